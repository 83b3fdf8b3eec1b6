import { describe, expect, it } from 'vitest';
import { characters, clean_cell, shortened } from './cell';

describe('a cell', () => {
  it.each([
    ['=SUM(A1:A9)', 'SUM(A1:A9)'],
    ['+33 6 12 34 56 78', '33 6 12 34 56 78'],
    ['-Zoé', 'Zoé'],
    ['@Zoé', 'Zoé'],
    ['\tZoé', 'Zoé'],
    ['\r=1', '1'],
    ["  =cmd|' /C calc'!A0", "cmd|' /C calc'!A0"],
    ["'=1+1", '1+1'],
    ['"=1+1', '1+1'],
    ['=-+@Zoé', 'Zoé'],
    ['＝Zoé', 'Zoé'],
    ['=', ''],
  ])('that is a formula, %j, is disarmed as %j', (raw, text) => {
    expect(clean_cell(raw)).toEqual({ text, notes: ['formula'] });
  });

  it.each(['Anne-Marie', "O'Brien", 'Zoé + Max', 'd’Arc', 'Jean (dit « J-B »)', '3'])('%j is left alone', (raw) => {
    expect(clean_cell(raw)).toEqual({ text: raw, notes: [] });
  });

  it('is trimmed, composed and put on one line', () => {
    expect(clean_cell('  Zoe\u0301   Petit ')).toEqual({ text: 'Zoé Petit', notes: [] });
    expect(clean_cell('Zoé\u00a0Petit')).toEqual({ text: 'Zoé Petit', notes: [] });
    expect(clean_cell('Zoé\nPetit')).toEqual({ text: 'Zoé Petit', notes: ['cleaned'] });
  });

  it('loses characters nobody sees, and says so', () => {
    expect(clean_cell('Zo\u0007é')).toEqual({ text: 'Zoé', notes: ['cleaned'] });
    expect(clean_cell('Zo\u202eé')).toEqual({ text: 'Zoé', notes: ['cleaned'] });
    expect(clean_cell('\u200b=1')).toEqual({ text: '1', notes: ['formula', 'cleaned'] });
  });
});

describe('counting', () => {
  it('counts and cuts by characters, not by halves of them', () => {
    expect(characters('é👩a')).toBe(3);
    expect(shortened('👩👩👩', 2)).toBe('👩👩');
    expect(shortened('ab', 2)).toBe('ab');
  });
});
