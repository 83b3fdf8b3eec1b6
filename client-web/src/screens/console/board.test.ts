import { describe, expect, it } from 'vitest';
import type { SortingIdea } from '../../protocol/messages';
import { board_columns, gather_ideas, merge, move_ideas, rename, set_ideas_aside } from './board';

const idea = (id: number, more: Partial<SortingIdea> = {}): SortingIdea => ({
  id,
  text: `Idée ${id}`,
  late: false,
  fate: 'open',
  contested: '',
  reason: '',
  ...more,
});
const unsorted = idea(1);
const sorted = idea(2, { fate: 'clustered', cluster: 7 });
const aside = idea(3, { fate: 'set_aside', reason: 'Hors sujet' });

describe('the wall', () => {
  it('has each idea in one place, and no withdrawn one', () => {
    const columns = board_columns({
      ideas: [unsorted, sorted, aside, idea(4, { fate: 'withdrawn' })],
      clusters: [
        { id: 7, title: 'Transports', parents: [] },
        { id: 8, title: 'Vide', parents: [] },
      ],
      comments: [],
  committee_size: 0,
  committee: [],
    });
    expect(columns.unsorted).toEqual([unsorted]);
    expect(columns.clusters.map(({ ideas }) => ideas)).toEqual([[sorted], []]);
    expect(columns.set_aside).toEqual([aside]);
  });
});

describe('a gesture', () => {
  it('moves ideas, and leaves alone what is already there', () => {
    expect(move_ideas([unsorted, sorted, aside], 9)).toEqual(
      [1, 2, 3].map((id) => ({ name: 'move_idea', body: { idea: id, cluster: 9 } })),
    );
    expect(move_ideas([sorted, unsorted], 7)).toEqual([{ name: 'move_idea', body: { idea: 1, cluster: 7 } }]);
    expect(move_ideas([unsorted])).toEqual([]);
    expect(move_ideas([aside])).toEqual([{ name: 'move_idea', body: { idea: 3 } }]);
  });

  it('gathers ideas in a new cluster', () => {
    expect(gather_ideas('Accueil', [unsorted, sorted])).toEqual([
      { name: 'add_cluster', body: { title: 'Accueil', ideas: [1, 2] } },
    ]);
  });

  it('sets ideas aside with the same reason', () => {
    expect(set_ideas_aside([sorted], 'Doublon')).toEqual([
      { name: 'set_aside_idea', body: { idea: 2, reason: 'Doublon' } },
    ]);
  });

  it('renames and merges clusters', () => {
    const from = { id: 7, title: 'Bus', parents: [] };
    const into = { id: 8, title: 'Transports', parents: [] };
    expect(rename(from, 'Bus du soir')).toEqual([
      { name: 'rename_cluster', body: { cluster: 7, title: 'Bus du soir' } },
    ]);
    expect(merge(from, into)).toEqual([{ name: 'merge_clusters', body: { from: 7, into: 8 } }]);
  });
});
