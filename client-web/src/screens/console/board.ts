// The wall of ideas: where each idea is, what a gesture asks for, and what takes it back.
//
// Taking back is a gesture of its own, made of ordinary commands: the journal keeps both.
import type { Commands, SortingCluster, SortingIdea, SortingView } from '../../protocol/messages';

type BoardName = 'add_cluster' | 'rename_cluster' | 'move_idea' | 'merge_clusters' | 'set_aside_idea';
export type BoardCommand = { [Name in BoardName]: { name: Name; body: Commands[Name] } }[BoardName];

export interface Gesture {
  commands: BoardCommand[];
  inverse: BoardCommand[];
}

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

function back_to_its_place(idea: SortingIdea): BoardCommand {
  if (idea.fate === 'set_aside') {
    return { name: 'set_aside_idea', body: { idea: idea.id, reason: idea.reason } };
  }
  return idea.fate === 'clustered' && idea.cluster !== undefined
    ? { name: 'move_idea', body: { idea: idea.id, cluster: idea.cluster } }
    : { name: 'move_idea', body: { idea: idea.id } };
}

// `cluster` absent: back to the unsorted ideas. Ideas already there are left alone.
export function move_ideas(ideas: readonly SortingIdea[], cluster?: number): Gesture {
  const moved = ideas.filter((idea) =>
    cluster === undefined ? idea.fate !== 'open' : idea.cluster !== cluster || idea.fate !== 'clustered',
  );
  return {
    commands: moved.map((idea) => ({
      name: 'move_idea',
      body: cluster === undefined ? { idea: idea.id } : { idea: idea.id, cluster },
    })),
    inverse: moved.map(back_to_its_place),
  };
}

// Taking it back leaves an empty cluster, which no vote ever offers.
export function gather_ideas(title: string, ideas: readonly SortingIdea[]): Gesture {
  return {
    commands: [{ name: 'add_cluster', body: { title, ideas: ideas.map((idea) => idea.id) } }],
    inverse: ideas.map(back_to_its_place),
  };
}

export function set_ideas_aside(ideas: readonly SortingIdea[], reason: string): Gesture {
  return {
    commands: ideas.map((idea) => ({ name: 'set_aside_idea', body: { idea: idea.id, reason } })),
    inverse: ideas.map(back_to_its_place),
  };
}

export function rename(cluster: SortingCluster, title: string): Gesture {
  return {
    commands: [{ name: 'rename_cluster', body: { cluster: cluster.id, title } }],
    inverse: [{ name: 'rename_cluster', body: { cluster: cluster.id, title: cluster.title } }],
  };
}

// A merged cluster does not come back: its ideas are gathered again under its title.
export function merge(from: SortingCluster, into: SortingCluster, ideas_of_from: readonly SortingIdea[]): Gesture {
  return {
    commands: [{ name: 'merge_clusters', body: { from: from.id, into: into.id } }],
    inverse: [{ name: 'add_cluster', body: { title: from.title, ideas: ideas_of_from.map((idea) => idea.id) } }],
  };
}
