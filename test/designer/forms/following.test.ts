import { describe, expect, it } from 'vitest';
import { exportFormJs } from '../../../designer/forms/form-js.ts';
import type { Draft } from '../../../designer/forms/model/draft.ts';
import { apply } from '../../../designer/forms/model/change.ts';
import { followsLabel, settledDraft } from '../../../designer/forms/model/following.ts';
import { beginHistory, record, undo } from '../../../designer/forms/model/history.ts';
import { newPart } from '../../../designer/forms/model/new-part.ts';
import { memberAt } from '../../../designer/forms/model/draft.ts';
import { partOf } from '../../../designer/forms/model/tree.ts';
import { aDraft, aSmallDraft, changed, keysWithHolder } from './a-draft.ts';

const place = { parent: 'chi', index: 4 };

/** The small form with a new short text at the end of its first page, under the id `testoBreve`. */
const withNewField = (): Draft => {
  const draft = aSmallDraft();
  return changed(draft, {
    type: 'add',
    part: newPart(draft, { type: 'textfield', label: 'Testo breve', place }),
    place,
  });
};

const labelled = (draft: Draft, label: string, id = 'testoBreve'): Draft =>
  changed(draft, { type: 'set', id, at: 'label', value: label });

const keyAt = (draft: Draft, id = 'testoBreve'): unknown => partOf(draft, id)?.['key'];

describe('the key of a new field', () => {
  it.each([
    ['Data di nascita', 'dataDiNascita'],
    ['Perché è così?', 'percheECosi'],
    ['Nome', 'nome2'],
    ['Testo breve!', 'testoBreve'],
    ['???', 'testoBreve'],
    ['', 'testoBreve'],
  ])('follows the label «%s» as %s', (label, key) => {
    expect(keyAt(labelled(withNewField(), label))).toBe(key);
  });

  it('follows letter by letter, in one step back', () => {
    const before = withNewField();
    const typed = ['C', 'Co', 'Cog'].reduce(
      (history, value) => record(history, { type: 'set', id: 'testoBreve', at: 'label', value }).history,
      beginHistory(before),
    );
    expect(keyAt(typed.present)).toBe('cog');
    expect(undo(typed)?.present).toEqual(before);
  });

  it('takes the expressions that name it along', () => {
    const draft = changed(withNewField(), {
      type: 'set',
      id: 'email',
      at: 'conditional.hide',
      value: '= testoBreve = null',
    });
    expect(memberAt(partOf(labelled(draft, 'Via'), 'email') ?? draft, 'conditional.hide')).toBe('= via = null');
  });

  it('stays once the analyst has set it', () => {
    const named = changed(withNewField(), { type: 'rename', id: 'testoBreve', key: 'strada', follow: true });
    expect(keyAt(labelled(named, 'Via e numero'))).toBe('strada');
  });

  it('follows in a copy, and leaves the original alone', () => {
    const copied = changed(aSmallDraft(), { type: 'duplicate', id: 'chi' });
    const after = labelled(copied, 'Cognome', 'nome3');
    expect(keysWithHolder(after)).toEqual(expect.arrayContaining(['chi/nome', 'chi2/cognome']));
  });

  it('stays when the form was opened from a file or published', () => {
    expect(keyAt(labelled(aSmallDraft(), 'Come ti chiami', 'nome'), 'nome')).toBe('nome');
  });

  it('stays once the form has been given away', () => {
    const given = changed(withNewField(), { type: 'settle' });
    expect(keyAt(labelled(given, 'Via'))).toBe('testoBreve');
    expect(apply(given, { type: 'settle' })).toEqual({ refusal: 'no-change' });
  });

  it('leaves no mark in the files', () => {
    const files = [JSON.stringify(settledDraft(withNewField())), JSON.stringify(exportFormJs(withNewField()))];
    expect(files.filter((file) => file.includes('keyFollowsLabel'))).toEqual([]);
    const kept = partOf(aDraft(JSON.parse(JSON.stringify(withNewField()))), 'testoBreve');
    expect(kept !== undefined && followsLabel(kept)).toBe(true);
  });
});
