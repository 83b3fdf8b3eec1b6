import { describe, expect, it } from 'vitest';
import { no_step } from '../../state/nothing_yet';
import { deed_of, reason_of } from './way_out';

const going = { ...no_step, status: 'running' as const };
const up = { ...no_step, status: 'time_up' as const };

describe('reason_of', () => {
  it('names what people would name first', () => {
    expect(reason_of('outcome == no_quorum', going)).toBe('no_quorum');
    expect(reason_of('outcome == rejected and turn == 1', going)).toBe('rejected');
    expect(reason_of('voters == present', going)).toBe('voted');
    expect(reason_of('tables_ready >= 0.8', going)).toBe('tables');
    expect(reason_of('present >= 0.8 * expected or duration >= ceiling', going)).toBe('people');
    expect(reason_of('duration >= 20', going)).toBe('time');
    expect(reason_of('facilitator', going)).toBe('programme');
  });

  it('says that the time is up only when it is', () => {
    expect(reason_of('all_ready or time_up', going)).toBe('ready');
    expect(reason_of('all_ready or time_up', up)).toBe('time');
  });
});

describe('deed_of', () => {
  it('is a start when there is a step to go to', () => {
    expect(deed_of('propose', 'b')).toBe('start');
    expect(deed_of('auto', '')).toBe('end');
    expect(deed_of('take_as_is', 'b')).toBe('start');
    expect(deed_of('freeze', 'b')).toBe('end');
    expect(deed_of('warn', '')).toBe('warn');
  });
});
