import { describe, expect, it } from 'vitest';
import { noNames } from '../../../../engine/words/record/names.ts';
import type { Facts, Sentence } from '../../../../engine/words/record/sentence.ts';
import { dayInEnglish, englishEvents } from '../../../../engine/words/record/en.ts';
import { added } from '../../../support/files-added.ts';

const inEnglish: readonly (readonly [
  keyof typeof englishEvents,
  Facts,
  'applicant' | 'third-parties',
  Sentence | undefined,
])[] = [
  [
    'application.submitted',
    { registration: 'p/1' },
    'applicant',
    { title: 'You sent the application', text: 'Registration number p/1.' },
  ],
  ['application.submitted', { registration: 'p/1' }, 'third-parties', { title: 'An application was made' }],
  ['documents.added', added('applicant', 1), 'applicant', { title: 'You attached a document', name: 'Delega, Pianta' }],
  [
    'documents.added',
    added('applicant', 2),
    'applicant',
    { title: 'You attached 2 documents', name: 'Delega, Pianta' },
  ],
  ['documents.added', added('applicant', 2), 'third-parties', undefined],
  ['documents.added', { by: 'office', count: 2 }, 'applicant', undefined],
  [
    'documents.added',
    added('office', 1, ['applicant']),
    'applicant',
    { title: 'There is a document for you', name: 'Delega, Pianta' },
  ],
  [
    'documents.added',
    { by: 'office', count: 2, readableBy: ['applicant'] },
    'applicant',
    { title: 'There are documents for you' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'applicant' },
    'applicant',
    { title: 'You sent your answer', name: 'Verifica' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'applicant' },
    'third-parties',
    { title: 'The applicant has answered the office' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'third-parties' },
    'applicant',
    { title: 'Another person concerned has answered' },
  ],
  [
    'task.completed',
    { name: 'Verifica', audience: 'urp/clerk' },
    'applicant',
    { title: 'The office has completed a step', name: 'Verifica' },
  ],
  ['act.received', { by: 'applicant', label: 'Ritira' }, 'applicant', { title: 'You made a choice', name: 'Ritira' }],
  [
    'act.received',
    { by: 'applicant', label: 'Ritira' },
    'third-parties',
    { title: 'The applicant made a choice', name: 'Ritira' },
  ],
  [
    'act.received',
    { by: 'third-parties', label: '' },
    'applicant',
    { title: 'Another person concerned made a choice' },
  ],
  ['notice.issued', { to: 'applicant', subject: 'Avvio' }, 'applicant', { title: 'We wrote to you', name: 'Avvio' }],
  [
    'notice.issued',
    { to: 'third-parties', subject: 'Avvio' },
    'applicant',
    { title: 'We informed the other people concerned' },
  ],
  ['notice.issued', { to: 'applicant', subject: 'Avvio' }, 'third-parties', undefined],
  [
    'term.started',
    { main: true, days: 30, ground: 'L. 1' },
    'applicant',
    { title: 'The time limit of 30 days has started', ground: 'L. 1' },
  ],
  [
    'term.resumed',
    { main: true, days: 30, deadlineOn: '2026-04-08', ground: 'L. 1' },
    'applicant',
    { title: 'The time limit runs again', text: 'It now ends on 8 April 2026.', ground: 'L. 1' },
  ],
  [
    'term.length-changed',
    {
      ...{ main: true, act: 'shorten', daysBefore: 20, days: 10, unit: 'working-days', deadlineOn: '2026-04-08' },
      ...{ reason: 'It is urgent.', ground: 'L. 1' },
    },
    'applicant',
    {
      title: 'The time limit is shortened',
      text: 'From 20 to 10 working days. It now ends on 8 April 2026. Why: It is urgent.',
      ground: 'L. 1',
    },
  ],
  [
    'term.ended',
    { main: false, label: 'Riesame', ground: 'L. 1' },
    'applicant',
    { title: 'Another time limit has ended', text: 'No more days are counted.', name: 'Riesame', ground: 'L. 1' },
  ],
];

describe('a sentence of the record in English', () => {
  it.each(inEnglish)('%s %o reads rightly for %s', (...[type, facts, reader, expected]) => {
    expect(englishEvents[type](facts, reader, noNames)).toEqual(expected);
  });

  it('is never without words', () => {
    const facts = { audience: 'applicant', by: 'applicant', to: 'applicant', main: true, deadlineOn: '2026-04-08' };
    for (const [type, wording] of Object.entries(englishEvents)) {
      const { title = '', text = 'Nothing.' } = wording(facts, 'applicant', noNames) ?? { title: 'Not to be told' };
      expect([title, text], type).toEqual([
        expect.stringMatching(/^[A-Z][a-z]+ .+[a-z]$/),
        expect.stringMatching(/^[A-Z].+\.$/),
      ]);
    }
  });

  it('writes days without a zero in front', () => {
    expect(dayInEnglish('2026-04-01')).toBe('1 April 2026');
  });
});
