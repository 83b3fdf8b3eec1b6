import { describe, expect, it } from 'vitest';
import type { ProgrammeView } from '../../protocol/messages';
import { clock_of_minute, fresh_id, plan_change, scenario_file } from './plan';

const texts = { fr: 'Pause' };
const step = (id: string) => ({
  id,
  kind: 'break' as const,
  title: texts,
  instruction: texts,
  audience: { form: 'plenary' as const },
  duration: { planned: 10, floor: 10, ceiling: 10 },
  timer: { mode: 'soft' as const, alerts: [] },
});

describe('the programme as the lead changes it', () => {
  it('tells the clock of the second day too', () => {
    expect([clock_of_minute(545), clock_of_minute(24 * 60 + 5)]).toEqual(['09:05', '00:05']);
  });

  it('sends only what becomes shorter, and what is dropped', () => {
    const plan = [
      { id: 'a', start_minute: 600, minutes: 12, removed_minutes: 3 },
      { id: 'b', start_minute: 612, minutes: 15, removed_minutes: 0 },
    ];
    const option = {
      remedy: 'drop' as const,
      plan,
      dropped: ['c'],
      deliberation_minutes: 3,
      presentation_minutes: 20,
      firm_slip_minutes: 0,
    };
    expect(plan_change(option, 'Retard.')).toEqual({
      durations: [{ step: 'a', minutes: 12 }],
      dropped: ['c'],
      restored: [],
      reason: 'Retard.',
    });
  });

  it('is saved without what was dropped', () => {
    const programme: ProgrammeView = {
      scenario: {
        format: 'tablee.scenario/1',
        id: 'essai',
        version: '1',
        title: texts,
        question: texts,
        starts_at: '09:00',
        group: { min: 5, max: 50, per_table_min: 4, per_table_max: 7 },
        names_at_table: false,
        stores: [],
        rules: [],
        steps: [step('a'), step('b')],
      },
      dropped: ['a'],
      changes: [],
    };
    const file = scenario_file(programme);
    expect(file.name).toBe('essai.json');
    expect(JSON.parse(file.text).steps.map((each: { id: string }) => each.id)).toEqual(['b']);
    expect(file.text.endsWith('}\n')).toBe(true);
  });

  it('names a new step as nothing else is named', () => {
    expect(fresh_id(['x'], 'pause')).toBe('pause');
    expect(fresh_id(['pause', 'pause-2'], 'pause')).toBe('pause-3');
  });
});
