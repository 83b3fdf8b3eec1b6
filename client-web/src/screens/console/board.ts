// The wall of ideas: where each idea is, and what a gesture asks for.
import type { Commands, SortingCluster, SortingIdea, SortingView } from '../../protocol/messages';

export const board_names = ['add_cluster', 'rename_cluster', 'move_idea', 'merge_clusters', 'set_aside_idea'] as const;
type BoardName = (typeof board_names)[number];
export type BoardCommand = { [Name in BoardName]: { name: Name; body: Commands[Name] } }[BoardName];

export interface BoardColumns {
  unsorted: SortingIdea[];
  clusters: { cluster: SortingCluster; ideas: SortingIdea[] }[];
  set_aside: SortingIdea[];
}

export function board_columns(view: SortingView): BoardColumns {
  return {
    unsorted: view.ideas.filter((idea) => idea.fate === 'open'),
    clusters: view.clusters.map((cluster) => ({
      cluster,
      ideas: view.ideas.filter((idea) => idea.fate === 'clustered' && idea.cluster === cluster.id),
    })),
    set_aside: view.ideas.filter((idea) => idea.fate === 'set_aside'),
  };
}

// `cluster` absent: back to the unsorted ideas. Ideas already there are left alone.
export function move_ideas(ideas: readonly SortingIdea[], cluster?: number): BoardCommand[] {
  return ideas
    .filter((idea) =>
      cluster === undefined ? idea.fate !== 'open' : idea.cluster !== cluster || idea.fate !== 'clustered',
    )
    .map((idea) => ({
      name: 'move_idea',
      body: cluster === undefined ? { idea: idea.id } : { idea: idea.id, cluster },
    }));
}

export const gather_ideas = (title: string, ideas: readonly SortingIdea[]): BoardCommand[] => [
  { name: 'add_cluster', body: { title, ideas: ideas.map((idea) => idea.id) } },
];

export const set_ideas_aside = (ideas: readonly SortingIdea[], reason: string): BoardCommand[] =>
  ideas.map((idea) => ({ name: 'set_aside_idea', body: { idea: idea.id, reason } }));

export const rename = (cluster: SortingCluster, title: string): BoardCommand[] => [
  { name: 'rename_cluster', body: { cluster: cluster.id, title } },
];

export const merge = (from: SortingCluster, into: SortingCluster): BoardCommand[] => [
  { name: 'merge_clusters', body: { from: from.id, into: into.id } },
];
