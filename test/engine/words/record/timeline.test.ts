import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../../../engine/core/event.ts';
import type { DossierEvent, EventType } from '../../../../engine/core/event.ts';
import { chain } from '../../../support/chain.ts';
import { noNames } from '../../../../engine/words/record/names.ts';
import type { Reader } from '../../../../engine/words/record/sentence.ts';
import { eventSentences, timelineOf } from '../../../../engine/words/record/timeline.ts';
import { aDossier, sha256 } from '../../../support/builders.ts';

const telling = { language: 'it', names: noNames } as const;

const actor = { type: 'system', id: 'worker', name: 'Sistema' } as const;

type Told = readonly (readonly [EventType, DossierEvent['data']])[];

function told(...events: Told): readonly DossierEvent[] {
  const drafts = events.map(([type, data]) => ({ type, data, actor, at: '2026-03-02T09:00:00.000Z' }));
  return chain(drafts, aDossier(), sha256);
}

const read = (reader: Reader, ...events: Told) =>
  timelineOf(told(...events), reader, telling).map(({ title }) => title);

const suspended = {
  termId: 'risposta',
  label: 'Risposta',
  main: true,
  on: '2026-03-10',
  deadlineOn: null,
  ground: 'L. 241/1990, art. 2 c. 7',
};

describe('the timeline of an applicant', () => {
  it('speaks to the person', () => {
    expect(
      read(
        'applicant',
        ['application.submitted', { registration: 'r_emiro/2026/0000001' }],
        ['documents.added', { by: 'applicant', count: 2, kind: 'attachment', titles: ['Delega'] }],
        ['term.suspended', suspended],
        ['task.completed', { name: 'Precisa la richiesta', audience: 'applicant' }],
        ['notice.issued', { to: 'applicant', subject: 'Avvio' }],
        ['act.received', { by: 'applicant', label: 'Ritira la richiesta' }],
        ['outcome.reached', { label: 'Accolta' }],
      ),
    ).toEqual([
      'Hai inviato la richiesta',
      'Hai allegato 2 documenti',
      'Il termine è sospeso',
      'Hai inviato la tua risposta',
      'Ti abbiamo scritto',
      'Hai scelto «Ritira la richiesta»',
      'Esito: Accolta',
    ]);
  });

  it('names the article and the new last day of a term', () => {
    const resumed = { ...suspended, deadlineOn: '2026-04-13' };
    expect(timelineOf(told(['term.resumed', resumed]), 'applicant', telling)[0]).toMatchObject({
      title: 'Il termine ha ripreso a decorrere',
      text: 'Ora scade il 13 aprile 2026.',
      ground: 'L. 241/1990, art. 2 c. 7',
    });
  });

  it('elides the article before eight and eleven', () => {
    const texts = ['2026-04-08', '2026-04-11', '2026-04-01'].map((deadlineOn) => {
      const [entry] = timelineOf(told(['term.resumed', { ...suspended, deadlineOn }]), 'applicant', telling);
      return entry?.text;
    });
    expect(texts).toEqual([
      'Ora scade l’8 aprile 2026.',
      'Ora scade l’11 aprile 2026.',
      'Ora scade il 1° aprile 2026.',
    ]);
  });

  it('tells once that several third parties were informed', () => {
    const notice = { to: 'third-parties', subject: 'Avviso' };
    expect(read('applicant', ['notice.issued', notice], ['notice.issued', notice])).toEqual([
      'Abbiamo informato i controinteressati',
    ]);
  });

  it('hides the inner work of the office', () => {
    expect(
      read(
        'applicant',
        ['task.opened', { name: 'Verifica' }],
        ['task.claimed', { name: 'Verifica' }],
        ['decision.evaluated', { decisionId: 'tipo-accesso' }],
        ['notice.issued', { to: 'office:rpct', subject: 'Ritardo' }],
        ['documents.added', { by: 'office', count: 1, kind: 'attachment', titles: ['Bozza'], readableBy: [] }],
        ['notice.failed', { messageId: 'm' }],
      ),
    ).toEqual([]);
  });
});

describe('the timeline of a third party', () => {
  it('keeps what is the applicant’s alone', () => {
    expect(
      read(
        'third-parties',
        ['application.submitted', { registration: 'r_emiro/2026/0000001' }],
        ['documents.added', { by: 'applicant', count: 1, kind: 'attachment', titles: ['Delega'] }],
        [
          'documents.added',
          { by: 'office', count: 1, kind: 'final-act', titles: ['Provvedimento'], readableBy: ['applicant'] },
        ],
        ['notice.issued', { to: 'applicant', subject: 'Esito' }],
        ['notice.issued', { to: 'third-parties', subject: 'Avviso' }],
      ),
    ).toEqual(['È stata presentata una richiesta', 'Ti abbiamo scritto']);
  });
});

describe('the timeline of the office', () => {
  it('has a sentence for every event', () => {
    for (const type of Object.keys(eventTypes) as EventType[]) {
      expect(eventSentences.it[type]({ name: 'x', label: 'x' }, 'office', noNames)?.title, type).toBeTruthy();
    }
  });

  it('shows to nobody else what is marked as the office’s', () => {
    for (const [type, audience] of Object.entries(eventTypes)) {
      if (audience === 'everyone') continue;
      expect(read('applicant', [type as EventType, { name: 'x' }]), type).toEqual([]);
    }
  });
});
