import { describe, expect, it } from 'vitest';
import { carryAnswers } from '../../designer/preview/carry.ts';
import { formOf } from '../../designer/forms/model/findings.ts';
import type { Change } from '../../designer/forms/model/change.ts';
import type { Draft } from '../../designer/forms/model/draft.ts';
import type { Answers, FormDocument } from '../../forms/schema/document.ts';
import { aSmallDraft, changed } from './forms/a-draft.ts';

const form = (draft: Draft): FormDocument => {
  const shown = formOf(draft);
  if (shown === undefined) throw new Error('The draft cannot be shown');
  return shown;
};

const given: Answers = { nome: 'Ada', canale: 'email', persone: [{ nome: 'Bo', eta: '9' }] };

const after = (...changes: readonly Change[]): Answers =>
  carryAnswers(form(aSmallDraft()), form(changed(aSmallDraft(), ...changes)), given);

describe('an answer in the preview', () => {
  it('survives another key', () => {
    expect(after({ type: 'rename', id: 'nome', key: 'nomeCompleto', follow: true })).toEqual({
      nomeCompleto: 'Ada',
      canale: 'email',
      persone: [{ nome: 'Bo', eta: '9' }],
    });
  });

  it('survives when two fields change keys with each other', () => {
    const swapped = after(
      { type: 'rename', id: 'nome', key: 'x', follow: true },
      { type: 'rename', id: 'canale', key: 'nome', follow: true },
      { type: 'rename', id: 'nome', key: 'canale', follow: true },
    );
    expect(swapped).toMatchObject({ canale: 'Ada', nome: 'email' });
  });

  it('survives inside items, and with the list’s own key', () => {
    const moved = after(
      { type: 'rename', id: 'eta', key: 'anni', follow: true },
      { type: 'rename', id: 'persone', key: 'gente', follow: true },
    );
    expect(moved).toEqual({ nome: 'Ada', canale: 'email', gente: [{ nome: 'Bo', anni: '9' }] });
  });

  it('waits for a field that was taken out', () => {
    expect(after({ type: 'remove', id: 'nome' })).toEqual(given);
  });
});
