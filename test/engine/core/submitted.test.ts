import { describe, expect, it } from 'vitest';
import { hold, holdOn, submittedVariables, unsubmitted } from '../../../engine/core/submitted.ts';

const variables = { oggetto: 'Verbale', note: null, termine: 30 };
/** The first form has been answered, and the variables have its answers. */
const answered = { variables, ...hold({}, { sequence: 1, answers: { oggetto: 'Verbale', note: null } }) };
const moved = { variables, ...holdOn(answered, variables) };

describe('an answer that was submitted', () => {
  it('is the variable while nothing else is written there', () => {
    expect(moved.answered).toEqual({ oggetto: 1 });
    expect(moved.overwritten).toBeUndefined();
    expect(submittedVariables(moved)).toEqual(variables);
  });

  it('stays as it was when the procedure writes under its name', () => {
    const written = { ...variables, oggetto: 'VERBALE' };
    const after = { variables: written, ...holdOn(moved, written) };
    expect(submittedVariables(after)['oggetto']).toBe('Verbale');
    const back = { variables, ...holdOn(after, variables) };
    expect(back.overwritten).toBeUndefined();
    expect(submittedVariables(back)['oggetto']).toBe('Verbale');
  });

  it('gives way to the answer of a later form', () => {
    const written = { ...variables, oggetto: 'VERBALE' };
    const after = { variables: written, ...holdOn(moved, written) };
    const corrected = { ...after, ...hold(after, { sequence: 7, answers: { oggetto: 'Delibera' } }) };
    expect(submittedVariables(corrected)['oggetto']).toBe('Delibera');
    const later = { ...variables, oggetto: 'Delibera' };
    expect(holdOn(corrected, later)).toEqual({ answered: { oggetto: 7 }, overwritten: undefined });
  });

  it('ends when a later form leaves it empty, or the procedure clears it', () => {
    const emptied = { ...variables, oggetto: null };
    expect(holdOn({ ...moved, ...hold(moved, { sequence: 7, answers: { oggetto: null } }) }, emptied)).toEqual({});
    expect(holdOn(moved, emptied)).toEqual({ answered: undefined, overwritten: undefined });
  });

  it('is the same when its members stand in another order', () => {
    const list = { variables: {}, ...hold({}, { sequence: 1, answers: { persone: [{ nome: 'A', cognome: 'B' }] } }) };
    expect(holdOn(list, { persone: [{ cognome: 'B', nome: 'A' }] }).overwritten).toBeUndefined();
  });
});

it('variables that no form answered are told apart', () => {
  expect(unsubmitted(moved)).toEqual({ note: null, termine: 30 });
});
