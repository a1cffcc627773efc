import { describe, expect, it } from 'vitest';
import { registers } from '../../../engine/organisation/registers.ts';
import { consequenceWords } from '../../../forms/clerk/administration/consequence-words.ts';
import { registerViews } from '../../../forms/clerk/administration/registers.ts';

describe('the page of a list', () => {
  it('is there for each, and asks for the columns that the server reads', () => {
    const asked = registerViews.map(({ name, columns, isOfBody }) => [
      name,
      [...(isOfBody ? ['ente'] : []), ...columns].toSorted(),
    ]);
    const read = Object.values(registers).map(({ name, columns }) => [name, Object.keys(columns).toSorted()]);
    expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(read));
  });

  it('leaves empty what may be empty, and keeps what tells rows apart', () => {
    for (const view of registerViews) {
      const { columns, key } = registers[view.name];
      const optional = Object.entries(columns).flatMap(([column, { isOptional }]) => (isOptional ? [column] : []));
      expect(view.optional.toSorted(), view.name).toEqual(optional.toSorted());
      const asked = [...(view.isOfBody ? ['ente'] : []), ...view.key];
      expect(asked.toSorted(), view.name).toEqual(key.toSorted());
    }
  });
});

describe('what a change does to what runs', () => {
  const running = { openDossiers: 12, openTasks: 5, officeName: 'URP' };

  it('of an assignment says how many dossiers, which tasks stay, and where the next go', () => {
    expect(consequenceWords({ register: 'assign', act: 'keep', day: '01/03/2026' }, running)).toEqual([
      '12 pratiche in corso.',
      'Le 5 attività già aperte restano a URP.',
      'Quelle che si aprono dal 01/03/2026 vanno all’ufficio scelto.',
    ]);
    expect(consequenceWords({ register: 'assign', act: 'end', day: '01/03/2026' }, running).at(-1)).toBe(
      'Dopo l’ultimo giorno il ruolo torna all’ufficio che la scheda del procedimento nomina.',
    );
  });

  it('is nothing where nothing runs', () => {
    const nothing = { openDossiers: 0, openTasks: 0 };
    expect(consequenceWords({ register: 'assign', act: 'keep', day: '' }, nothing)).toEqual([
      'Nessuna pratica in corso.',
    ]);
  });

  it('of an office or a person names their tasks', () => {
    expect(consequenceWords({ register: 'offices', act: 'end', day: '' }, { openDossiers: 1, openTasks: 1 })).toEqual([
      'Ha un’attività aperta: finché c’è non si può chiudere.',
      'Risponde di pratiche in corso: finché ci sono non si può chiudere.',
    ]);
    expect(consequenceWords({ register: 'people', act: 'end', day: '' }, { openDossiers: 0, openTasks: 3 })).toEqual([
      'Ha in carico 3 attività: le rimette in coda chi dirige l’ufficio.',
    ]);
  });
});
