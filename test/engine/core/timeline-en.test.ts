import { describe, expect, it } from 'vitest';
import { noEnglish } from '../../../engine/core/english-names.ts';
import type { DossierEvent, EventType } from '../../../engine/core/event.ts';
import { eventTypes, isShared } from '../../../engine/core/event.ts';
import { chain } from '../../support/chain.ts';
import { noWords } from '../../../engine/core/record-words.ts';
import { milestones, outcomes } from '../../../engine/core/status.ts';
import { englishTimelineOf, timelineOf } from '../../../engine/core/timeline.ts';
import { names } from '../../../forms/text/en/names.ts';
import { aDossier, sha256 } from '../../support/builders.ts';

const actor = { type: 'system', id: 'worker', name: 'Sistema' } as const;

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
      const english = englishTimelineOf(events, reader, noEnglish).map(({ type }) => type);
      expect(english, reader).toEqual(timelineOf(events, reader, noWords).map(({ type }) => type));
    }
  });

  it('keeps what a procedure calls things out of its sentences', () => {
    const entries = englishTimelineOf(
      told(...types.filter(isShared).map((type) => [type, facts] as const)),
      'applicant',
      noEnglish,
    );
    expect(entries.filter(({ title, text = '' }) => /Parola/.test(title + text))).toEqual([]);
    expect(entries.filter(({ name }) => name === 'Parola').map(({ type }) => type)).toContain('notice.issued');
  });

  it('adds the English name of what a procedure has one for', () => {
    const names = {
      term: (id: string) => `term ${id}`,
      element: (id: string) => `element ${id}`,
      letter: (id: string) => `letter ${id}`,
      title: (title: string) => `title ${title}`,
    };
    const ids = { termId: 'a', elementId: 'b', templateId: 'c' };
    const shared = types.filter(isShared).map((type) => [type, { ...facts, ...ids }] as const);
    const named = englishTimelineOf(told(...shared), 'applicant', names).flatMap(({ type, nameInEnglish }) =>
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
      'term.ended': 'term a',
      'notice.issued': 'letter c',
    });
  });

  it('says a term with its length and its last day', () => {
    const [entry] = englishTimelineOf(told(['term.started', { ...facts, main: true }]), 'applicant', noEnglish);
    expect(entry).toMatchObject({
      title: 'The time limit of 30 days has started',
      text: 'It ends on 8 April 2026.',
      ground: 'L. 241/1990, art. 2',
    });
  });

  it('gives the code of what was reached, for which there is an English name', () => {
    const [entry] = englishTimelineOf(
      told(['milestone.reached', { code: 'conclusa', label: 'Finita' }]),
      'applicant',
      noEnglish,
    );
    expect(entry).toMatchObject({ name: 'Finita', code: 'conclusa' });
    expect(Object.keys(names.milestones)).toEqual(milestones.map(({ code }) => code));
    expect(Object.keys(names.outcomes).sort()).toEqual(outcomes.map(({ code }) => code).sort());
  });
});
