import { describe, expect, it } from 'vitest';
import { noCast, type Cast } from '../../../engine/core/scenario/cast.ts';
import { officeCalled, personNamed, rolesPlayed, stageBody } from '../../../engine/core/scenario/people.ts';
import { readScenario } from '../../../engine/core/scenario/scenario.ts';
import { inItalian } from '../../support/findings.ts';

const passing = { advanceTo: '2026-03-02T10:00:00+01:00' };
const marta = { givenName: 'Marta', familyName: 'Galli', fiscalCode: 'GLLMRT80A41A944X' };

const reading = (cast: unknown, ...steps: readonly unknown[]) =>
  readScenario('a.json', JSON.stringify({ title: 'A', cast, steps: [passing, passing, ...steps] }));

describe('the cast of a scenario', () => {
  it('lets its people act', () => {
    const { scenario, findings } = reading({ people: { marta } }, { as: 'marta', act: 'a' });
    expect(findings).toEqual([]);
    expect(scenario?.cast).toEqual({ ...noCast, people: { marta: { ...marta, offices: [] } } });
  });

  it.each([
    [{ offices: { aria: { name: 'Aria', body: 'arpae' } } }, 'cast.offices.aria.body: «arpae» non c’è tra gli enti'],
    [{ people: { giulia: marta } }, 'cast.people.giulia: «giulia» è già il nome di una persona'],
    [
      { people: { marta: { ...marta, offices: [{ office: 'aria' }] } } },
      'cast.people.marta.offices.0.office: «aria» non c’è tra gli uffici',
    ],
    [{ roles: { opinion: 'aria' } }, 'cast.roles.opinion: «aria» non c’è tra gli uffici'],
  ])('is told where %j names what it does not hold', (cast, told) => {
    expect(inItalian(reading(cast).findings)).toEqual([expect.stringContaining(told)]);
  });

  it('names its people where somebody else acts', () => {
    const { findings } = reading({ people: { marta } }, { as: 'nobody', act: 'a' });
    expect(inItalian(findings)).toEqual([expect.stringMatching(/«nobody» non c’è tra le persone .*, marta/)]);
  });
});

describe('a stage with a cast', () => {
  const cast: Cast = {
    bodies: { arpae: 'ARPAE' },
    offices: { aria: { name: 'Aria', body: 'arpae' }, verde: { name: 'Verde' } },
    people: { marta: { ...marta, offices: [{ office: 'aria', role: 'officer' }] }, ugo: { ...marta, offices: [] } },
    roles: { opinion: 'aria', park: 'verde' },
  };

  it('has its offices beside those of every body, and no office of another body', () => {
    expect(officeCalled('verde', cast)).toEqual({ name: 'Verde' });
    expect(officeCalled('urp', cast)).toEqual({ name: 'Ufficio relazioni con il pubblico' });
    expect(officeCalled('aria', cast)).toBeUndefined();
  });

  it('has roles played by offices of any body', () => {
    expect(rolesPlayed(cast)).toEqual({
      opinion: { bodyId: 'body:arpae', code: 'aria', name: 'ARPAE, Aria' },
      park: { bodyId: stageBody.bodyId, code: 'verde', name: 'Verde' },
    });
  });

  it('knows people of offices and citizens', () => {
    expect(personNamed('marta', cast)).toMatchObject({
      audience: 'office',
      memberships: [{ bodyId: 'body:arpae', officeCode: 'aria', role: 'officer' }],
    });
    expect(personNamed('ugo', cast)).toMatchObject({ audience: 'citizen', memberships: [] });
  });
});
