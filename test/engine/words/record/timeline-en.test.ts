import { describe, expect, it } from 'vitest';
import type { DossierEvent, EventType } from '../../../../engine/core/event.ts';
import { eventTypes, isShared } from '../../../../engine/core/event.ts';
import { chain } from '../../../support/chain.ts';
import { noNames } from '../../../../engine/words/record/names.ts';
import { timelineOf } from '../../../../engine/words/record/timeline.ts';
import { aDossier, sha256 } from '../../../support/builders.ts';

const actor = { type: 'system', id: 'worker', name: 'Sistema' } as const;

const inEnglish = { language: 'en', names: noNames } as const;

const told = (...events: readonly (readonly [EventType, DossierEvent['data']])[]): readonly DossierEvent[] =>
  chain(
    events.map(([type, data], index) => ({ type, data, actor, at: `2026-03-02T09:00:${10 + index}.000Z` })),
    aDossier(),
    sha256,
  );

const types = Object.keys(eventTypes).filter((type): type is EventType => type in eventTypes);

/** Facts that make every event concern its reader, with a word in each place where a procedure names something. */
const facts = {
  ...{ registration: 'r_emiro/2026/0000001', by: 'applicant', audience: 'applicant', to: 'applicant', count: 1 },
  ...{ name: 'Parola', label: 'Parola', subject: 'Parola', titles: ['Parola'], code: 'conclusa' },
  ...{ main: false, days: 30, deadlineOn: '2026-04-08', ground: 'L. 241/1990, art. 2' },
};

describe('the timeline in English', () => {
  it('tells a party the same events as the Italian one', () => {
    const events = told(...types.map((type) => [type, facts] as const));
    for (const reader of ['applicant', 'third-parties'] as const) {
      const english = timelineOf(events, reader, inEnglish).map(({ type }) => type);
      const italian = timelineOf(events, reader, { ...inEnglish, language: 'it' });
      expect(english, reader).toEqual(italian.map(({ type }) => type));
    }
  });

  it('tells the office every event, each in other words', () => {
    const entries = timelineOf(told(...types.map((type) => [type, facts] as const)), 'office', inEnglish);
    expect(entries.map(({ type }) => type)).toEqual(types);
    expect(entries.filter(({ title }) => !/^[A-Z]/.test(title))).toEqual([]);
    expect(new Set(entries.map(({ title }) => title)).size).toBe(types.length);
  });

  it('names things to the office in English where there is a name, else in Italian', () => {
    const events = told(
      ['task.opened', { name: 'Verifica la richiesta', elementId: 'check' }],
      ['outcome.reached', { code: 'accolta' }],
      ['milestone.reached', { code: 'sopralluogo' }],
    );
    const english = {
      ...noNames.english,
      element: (id: string) => (id === 'check' ? 'Check the request' : undefined),
      outcome: () => 'Granted',
    };
    const names = { ...noNames, milestone: () => 'Sopralluogo', english };
    expect(timelineOf(events, 'office', { language: 'en', names }).map(({ title }) => title)).toEqual([
      'To do: Check the request',
      'Outcome: Granted',
      'The case is now: Sopralluogo',
    ]);
  });

  it('keeps what a procedure calls things out of its sentences', () => {
    const shared = types.filter(isShared).map((type) => [type, facts] as const);
    const entries = timelineOf(told(...shared), 'applicant', inEnglish);
    expect(entries.filter(({ title, text = '' }) => /Parola/.test(title + text))).toEqual([]);
    expect(entries.filter(({ name }) => name === 'Parola').map(({ type }) => type)).toContain('notice.issued');
  });

  it('adds the English name of what a procedure has one for', () => {
    const english = {
      ...noNames.english,
      term: (id: string) => `term ${id}`,
      element: (id: string) => `element ${id}`,
      letter: (id: string) => `letter ${id}`,
      title: (title: string) => `title ${title}`,
    };
    const ids = { termId: 'a', elementId: 'b', templateId: 'c' };
    const shared = types.filter(isShared).map((type) => [type, { ...facts, ...ids }] as const);
    const telling = { language: 'en', names: { ...noNames, english } } as const;
    const named = timelineOf(told(...shared), 'applicant', telling).flatMap(({ type, nameInEnglish }) =>
      nameInEnglish === undefined ? [] : [[type, nameInEnglish]],
    );
    expect(Object.fromEntries(named)).toEqual({
      'documents.added': 'title Parola',
      'task.completed': 'element b',
      'act.received': 'element b',
      'term.started': 'term a',
      'term.suspended': 'term a',
      'term.resumed': 'term a',
      'term.interrupted': 'term a',
      'term.restarted': 'term a',
      'term.length-changed': 'term a',
      'term.ended': 'term a',
      'notice.issued': 'letter c',
    });
  });

  it('says a term with its length and its last day', () => {
    const [entry] = timelineOf(told(['term.started', { ...facts, main: true }]), 'applicant', inEnglish);
    expect(entry).toMatchObject({
      title: 'The time limit of 30 days has started',
      text: 'It ends on 8 April 2026.',
      ground: 'L. 241/1990, art. 2',
    });
  });

  it('gives the English name of what was reached, however the diagram words it', () => {
    const english = { ...noNames.english, milestone: (code: string) => `milestone ${code}` };
    const telling = { language: 'en', names: { ...noNames, english } } as const;
    const events = told(['milestone.reached', { code: 'conclusa', label: 'Finita' }]);
    const [entry] = timelineOf(events, 'applicant', telling);
    expect(entry).toMatchObject({ name: 'Finita', nameInEnglish: 'milestone conclusa' });
  });
});
