import { expect, it } from 'vitest';
import type { PersonRow, StepView } from '../../protocol/messages';
import { no_step } from '../../state/nothing_yet';
import { end_is_near, unsent_by_table } from './closing';

const minute = 60_000;
const step = (more: Partial<StepView>): StepView => ({
  ...no_step,
  id: 'a',
  status: 'running',
  timer: 'soft',
  ends_at_ms: 10 * minute,
  ...more,
});

it('is near from the last alert on, two minutes at the least', () => {
  expect(end_is_near(step({}), 8 * minute - 1)).toBe(false);
  expect(end_is_near(step({}), 8 * minute)).toBe(true);
  expect(end_is_near(step({ alerts: [9, 3] }), 7 * minute)).toBe(true);
  expect(end_is_near(step({ alerts: [9, 3] }), 7 * minute - 1)).toBe(false);
});

it('is near when time is up or has no end, and never in a step that is over', () => {
  expect(end_is_near(step({ status: 'time_up' }), 0)).toBe(true);
  expect(end_is_near(step({ timer: 'free', ends_at_ms: 0 }), 0)).toBe(true);
  expect(end_is_near(step({ status: 'ended' }), 10 * minute)).toBe(false);
  expect(end_is_near(step({ paused: true, ends_at_ms: 0, remaining_ms: 5 * minute }), 0)).toBe(false);
});

it('[access T2] counts those who are still working by table, and names nobody', () => {
  const person = (id: number, table: number | undefined, draft: boolean, gone = false): PersonRow => ({
    id,
    name: `Person ${id}`,
    ...(table === undefined ? {} : { table }),
    arrived: true,
    gone,
    ready: false,
    active: true,
    voted: false,
    draft,
    preparing: false,
  });
  const people = [
    person(1, 2, true),
    person(2, undefined, true),
    person(3, 1, true),
    person(4, 2, true),
    person(5, 2, false),
    person(6, 1, true, true),
  ];
  expect(unsent_by_table(people)).toEqual([
    { table: 1, count: 1 },
    { table: 2, count: 2 },
    { table: undefined, count: 1 },
  ]);
});
