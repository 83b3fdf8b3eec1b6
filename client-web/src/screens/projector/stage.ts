// What the room's screen shows of the sections received, and in how many pages.
import type { PollView, Sections } from '../../protocol/messages';
import { no_step } from '../../state/nothing_yet';
import { result_bars } from './result_words';
import { is_floor_used, page_of, shown_scene, type Shown } from './scene';

export const per_page = { clusters: 6, articles: 4, programme: 8, bars: 5, kept: 4 };

// One page of results: a poll, and the bars drawn from it.
export interface ResultPage {
  readonly poll: PollView | null;
  readonly from: number;
}

export const shown_now = (sections: Partial<Sections>): Shown =>
  shown_scene(sections.projector?.scene ?? 'automatic', sections.step ?? no_step, {
    polls: sections.vote?.polls ?? [],
    clusters: sections.board?.clusters.length ?? 0,
    sheets: sections.measure?.sheets ?? [],
    questions: sections.questions?.questions ?? [],
    floor_used: is_floor_used(sections.floor),
    kept_at: sections.board?.kept_at_tables.length ?? 0,
  });

export function result_pages(shown: Shown): ResultPage[] {
  return shown.view !== 'results'
    ? []
    : shown.polls.flatMap((poll) =>
        Array.from({ length: Math.max(1, Math.ceil(result_bars(poll).length / per_page.bars)) }, (_, index) => ({
          poll,
          from: index * per_page.bars,
        })),
      );
}

export const has_promise_page = (sections: Partial<Sections>): boolean => (sections.avis?.promise_text ?? '') !== '';

// At least one.
export function pages_of(shown: Shown, sections: Partial<Sections>): number {
  switch (shown.view) {
    case 'results':
      return Math.max(1, result_pages(shown).length);
    case 'measure':
      return Math.max(1, shown.sheet.totals.length);
    case 'clusters':
      return page_of(sections.board?.clusters ?? [], per_page.clusters, 0).pages;
    case 'kept':
      return page_of(sections.board?.kept_at_tables ?? [], per_page.kept, 0).pages;
    case 'programme':
      return page_of(sections.atelier?.steps ?? [], per_page.programme, 0).pages;
    case 'avis':
      return page_of(sections.avis?.articles ?? [], per_page.articles, 0).pages + (has_promise_page(sections) ? 1 : 0);
    default:
      return 1;
  }
}
