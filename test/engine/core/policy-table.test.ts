import { expect, it } from 'vitest';
import type { Actor } from '../../../engine/core/actor.ts';
import type { Dossier, Task } from '../../../engine/core/dossier.ts';
import { grantsOnTask, may, tasksFor } from '../../../engine/core/policy.ts';
import { aCitizen, aClerk, aDossier, anApplicant, aTask, theTimer } from '../../support/builders.ts';
import {
  answer,
  auditor,
  elsewhere,
  luca,
  manager,
  marco,
  stranger,
  third,
  withoutId,
} from '../../support/policy-cast.ts';

/** Everybody who may come, and whom the same person is elsewhere. */
const actors = {
  giulia: aCitizen(),
  giuliaAtTheDesk: aClerk(undefined, { personId: 'giulia' }),
  marco,
  luca,
  clerk: aClerk(),
  clerkInThePortal: aClerk(undefined, { audience: 'citizen' }),
  officer: aClerk([{ officeCode: 'urp', role: 'officer' }], { personId: 'olga' }),
  manager,
  auditor,
  stranger,
  elsewhere,
  guest: aClerk([], { personId: 'rita', memberships: [{ bodyId: 'arpae', officeCode: 'pareri', role: 'clerk' }] }),
  system: theTimer,
} as const satisfies Readonly<Record<string, Actor>>;

const guests = [{ bodyId: 'arpae', code: 'pareri', name: 'ARPAE, Pareri', sees: 'tasks' }] as const;
const dossier = aDossier({ parties: [anApplicant(), withoutId], guests });
const closed = { ...dossier, closedAt: '2026-03-03T09:00:00.000Z' };
const today = '2026-03-02';
const held = { claimedBy: { personId: 'paola', name: 'Paola Conti', at: '2026-03-02T09:00:00.000Z' } };

/** Who is answered what: the names by the answer. */
const answersTo = (ask: (actor: Actor) => true | string): Readonly<Record<string, string>> => {
  const names = new Map<string, string[]>();
  for (const [name, actor] of Object.entries(actors)) {
    const said = String(ask(actor));
    names.set(said, [...(names.get(said) ?? []), name]);
  }
  return Object.fromEntries([...names].map(([said, of]) => [said === 'true' ? 'granted' : said, of.join(' ')]));
};
/** Those who are granted. */
const grantedBy = (ask: (actor: Actor) => true | string) =>
  Object.entries(actors).flatMap(([name, actor]) => (ask(actor) === true ? [name] : []));

const onTask = (act: 'read-task' | 'claim' | 'release' | 'complete', task: Task, where: Dossier = dossier) =>
  answersTo((actor) => answer(may(actor, act, { dossier: where, task, today })));

it('a dossier is read by its parties in the portal, its offices at the desk, and the system', () => {
  expect(answersTo((actor) => answer(may(actor, 'read-dossier', { dossier })))).toMatchInlineSnapshot(`
    {
      "granted": "giulia marco clerk officer manager auditor system",
      "is-a-party": "giuliaAtTheDesk",
      "not-a-party": "luca clerkInThePortal",
      "not-of-the-office": "stranger elsewhere guest",
    }
  `);
  expect(answersTo((actor) => answer(may(actor, 'visit-dossier', { dossier })))).toMatchInlineSnapshot(`
    {
      "granted": "giulia marco clerk officer manager auditor guest system",
      "is-a-party": "giuliaAtTheDesk",
      "not-a-party": "luca clerkInThePortal",
      "not-of-the-office": "stranger elsewhere",
    }
  `);
});

it('a task of the office is read by whoever reads the dossier', () => {
  expect(onTask('read-task', aTask())).toMatchInlineSnapshot(`
    {
      "granted": "giulia marco clerk officer manager auditor system",
      "is-a-party": "giuliaAtTheDesk",
      "not-a-party": "luca clerkInThePortal",
      "not-of-the-office": "stranger elsewhere guest",
    }
  `);
});

it('a task of the office is claimed by its people, unless they are parties or another has it', () => {
  expect(onTask('claim', aTask())).toMatchInlineSnapshot(`
    {
      "granted": "clerk officer manager",
      "is-a-party": "giuliaAtTheDesk",
      "not-of-the-office": "giulia marco luca clerkInThePortal auditor stranger elsewhere guest system",
    }
  `);
  expect(onTask('claim', aTask(held))).toMatchInlineSnapshot(`
    {
      "claimed-by-another": "officer manager",
      "granted": "clerk",
      "is-a-party": "giuliaAtTheDesk",
      "not-of-the-office": "giulia marco luca clerkInThePortal auditor stranger elsewhere guest system",
    }
  `);
  expect(grantedBy((actor) => answer(may(actor, 'claim', { dossier: closed, task: aTask(), today })))).toEqual([]);
});

it('a task is put back by who has it, or by the manager', () => {
  expect(onTask('release', aTask(held))).toMatchInlineSnapshot(`
    {
      "claimed-by-another": "officer",
      "granted": "clerk manager",
      "is-a-party": "giuliaAtTheDesk",
      "not-of-the-office": "giulia marco luca clerkInThePortal auditor stranger elsewhere guest system",
    }
  `);
  expect(onTask('release', aTask())).toMatchInlineSnapshot(`
    {
      "is-a-party": "giuliaAtTheDesk",
      "not-claimed": "clerk officer manager",
      "not-of-the-office": "giulia marco luca clerkInThePortal auditor stranger elsewhere guest system",
    }
  `);
});

it('a task of the office is completed by who has it', () => {
  expect(onTask('complete', aTask(held))).toMatchInlineSnapshot(`
    {
      "claimed-by-another": "officer manager",
      "granted": "clerk",
      "is-a-party": "giuliaAtTheDesk",
      "not-of-the-office": "giulia marco luca clerkInThePortal auditor stranger elsewhere guest system",
    }
  `);
  expect(onTask('complete', aTask())).toMatchInlineSnapshot(`
    {
      "is-a-party": "giuliaAtTheDesk",
      "not-claimed": "clerk officer manager",
      "not-of-the-office": "giulia marco luca clerkInThePortal auditor stranger elsewhere guest system",
    }
  `);
});

it('a task of a party is theirs alone, in the portal, while the dossier is open', () => {
  const task = aTask({ audience: { type: 'party', role: 'third-parties' } });
  expect(onTask('complete', task)).toMatchInlineSnapshot(`
    {
      "granted": "marco",
      "not-a-party": "giulia giuliaAtTheDesk luca clerk clerkInThePortal officer manager auditor stranger elsewhere guest system",
    }
  `);
  expect(onTask('read-task', task)).toMatchInlineSnapshot(`
    {
      "granted": "marco",
      "not-a-party": "giulia giuliaAtTheDesk luca clerk clerkInThePortal officer manager auditor stranger elsewhere guest system",
    }
  `);
  expect(onTask('claim', task)).toMatchInlineSnapshot(`
    {
      "wrong-audience": "giulia giuliaAtTheDesk marco luca clerk clerkInThePortal officer manager auditor stranger elsewhere guest system",
    }
  `);
  expect(onTask('complete', task, closed)).toMatchInlineSnapshot(`
    {
      "dossier-closed": "marco",
      "not-a-party": "giulia giuliaAtTheDesk luca clerk clerkInThePortal officer manager auditor stranger elsewhere guest system",
    }
  `);
});

it('a task of an office of another body is for its people', () => {
  const task = aTask({ audience: { type: 'office', officeCode: 'pareri', bodyId: 'arpae', role: 'clerk' } });
  expect(onTask('read-task', task)).toMatchInlineSnapshot(`
    {
      "granted": "giulia marco clerk officer manager auditor guest system",
      "is-a-party": "giuliaAtTheDesk",
      "not-a-party": "luca clerkInThePortal",
      "not-of-the-office": "stranger elsewhere",
    }
  `);
  expect(onTask('claim', task)).toMatchInlineSnapshot(`
    {
      "granted": "guest",
      "not-of-the-office": "giulia giuliaAtTheDesk marco luca clerk clerkInThePortal officer manager auditor stranger elsewhere system",
    }
  `);
});

it('an act is done by the party whose it is', () => {
  const doing = (by: 'applicant' | 'third-parties') =>
    grantedBy((actor) => answer(may(actor, 'do-act', { dossier, by, today })));
  expect([doing('applicant'), doing('third-parties')]).toEqual([['giulia'], ['marco']]);
});

it('an address is changed by the party, or by who works the dossier', () => {
  const changing = (party: typeof third, where = dossier) =>
    answersTo((actor) => answer(may(actor, 'change-address', { dossier: where, party, today })));
  expect(changing(anApplicant())).toMatchInlineSnapshot(`
    {
      "granted": "giulia clerk officer manager",
      "is-a-party": "giuliaAtTheDesk",
      "not-a-party": "marco luca clerkInThePortal",
      "not-of-the-office": "auditor stranger elsewhere guest",
      "wrong-audience": "system",
    }
  `);
  expect(changing(third)).toMatchInlineSnapshot(`
    {
      "granted": "giulia marco clerk officer manager",
      "is-a-party": "giuliaAtTheDesk",
      "not-a-party": "luca clerkInThePortal",
      "not-of-the-office": "auditor stranger elsewhere guest",
      "wrong-audience": "system",
    }
  `);
  expect(changing(third, closed)).toMatchInlineSnapshot(`
    {
      "dossier-closed": "giulia giuliaAtTheDesk marco clerk officer manager",
      "not-a-party": "luca clerkInThePortal",
      "not-of-the-office": "auditor stranger elsewhere guest",
      "wrong-audience": "system",
    }
  `);
});

it('the tasks of somebody are those that they may work on', () => {
  const mine = aTask({ taskId: 't1' });
  const theirs = aTask({ taskId: 't2', audience: { type: 'party', role: 'applicant' } });
  const where = { ...dossier, tasks: [mine, theirs] };
  const ids = (actor: Actor) => tasksFor(actor, where, today).map(({ taskId }) => taskId);
  expect(answersTo((actor) => ids(actor).join())).toMatchInlineSnapshot(`
    {
      "": "giuliaAtTheDesk marco luca clerkInThePortal auditor stranger elsewhere guest system",
      "t1": "clerk officer manager",
      "t2": "giulia",
    }
  `);
});

it('what is offered on a task: to take it, to put it back, to complete it', () => {
  const offered = (actor: Actor, task: Task) =>
    Object.entries(grantsOnTask(actor, { dossier, task, today })).flatMap(([act, isOffered]) =>
      isOffered ? [act] : [],
    );
  expect(offered(actors.clerk, aTask())).toEqual(['claim']);
  expect(offered(actors.clerk, aTask(held))).toEqual(['release', 'complete']);
  expect(offered(actors.manager, aTask(held))).toEqual(['release']);
  expect(offered(actors.officer, aTask(held))).toEqual([]);
  expect(offered(actors.giulia, aTask(held))).toEqual([]);
});
