// The programme as the lead changes it: what is sent, and the file it can be saved in.
import type { Commands, PlanOption, ProgrammeView } from '../../protocol/messages';

// « 14:05 » of a minute since midnight of the first day.
export function clock_of_minute(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

// One gesture that applies a plan to every screen.
export function plan_change(option: PlanOption, reason: string): Commands['change_plan'] {
  return {
    durations: option.plan
      .filter((row) => row.removed_minutes > 0)
      .map((row) => ({ step: row.id, minutes: row.minutes })),
    dropped: option.dropped,
    restored: [],
    reason,
  };
}

// A scenario file of the programme as it stands: dropped steps are left out.
export function scenario_file(programme: ProgrammeView): { name: string; text: string } {
  const { scenario, dropped } = programme;
  const steps = scenario.steps.filter((step) => !dropped.includes(step.id));
  return { name: `${scenario.id}.json`, text: `${JSON.stringify({ ...scenario, steps }, null, 2)}\n` };
}

// An identifier no step has: « pause-ajoutee », « pause-ajoutee-2 »…
export function fresh_id(taken: readonly string[], wanted: string): string {
  let id = wanted;
  for (let number = 2; taken.includes(id); number += 1) {
    id = `${wanted}-${number}`;
  }
  return id;
}
