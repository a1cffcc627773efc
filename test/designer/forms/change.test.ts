import { describe, expect, it } from 'vitest';
import { apply, isPossible } from '../../../designer/forms/model/change.ts';
import { memberAt } from '../../../designer/forms/model/draft.ts';
import { findParts } from '../../../designer/forms/model/find.ts';
import { beginHistory, record, redo, undo } from '../../../designer/forms/model/history.ts';
import { keyFrom } from '../../../designer/forms/model/keys.ts';
import { openDraft } from '../../../designer/forms/model/open.ts';
import { partOf } from '../../../designer/forms/model/tree.ts';
import { aDraft, aSmallDraft, changed, keysWithHolder } from './a-draft.ts';

describe('opening', () => {
  it('gives every part an id and leaves the rest alone', () => {
    const draft = aSmallDraft();
    expect(partOf(draft, 'nome')).toMatchObject({ someday: { kept: [1] } });
    expect(draft['exporter']).toEqual({ name: 'Camunda Modeler', version: '5.40.0' });
    expect(keysWithHolder(draft)).toContain('persone/nome');
    expect(partOf(draft, 'nome2')).toMatchObject({ label: 'Nome della persona' });
  });

  it('twice changes nothing', () => {
    const draft = aSmallDraft();
    expect(aDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it('gives the second of two equal ids another one', () => {
    const draft = aDraft({
      components: [
        { type: 'text', id: 'a' },
        { type: 'text', id: 'a' },
        { type: 'text', id: 'a2' },
      ],
    });
    expect(draft.components.map(({ id }) => id)).toEqual(['a', 'a3', 'a2']);
  });

  it.each([
    ['a list', [], { code: 'no-object', at: '' }],
    ['an object without components', { id: 'x' }, { code: 'no-components', at: 'components' }],
    ['a component without a type', { components: [{ key: 'a' }] }, { code: 'bad-component', at: 'components[0]' }],
    [
      'children that are no list',
      { components: [{ type: 'group', components: 3 }] },
      { code: 'bad-component', at: 'components[0].components' },
    ],
  ])('refuses %s and says where', (_what, json, fault) => {
    expect(openDraft(json)).toEqual({ fault });
  });
});

describe('a change', () => {
  it('of a label touches only that part', () => {
    const before = aSmallDraft();
    const after = changed(before, { type: 'set', id: 'nome', at: 'label', value: 'Nome e cognome' });
    expect(partOf(after, 'nome')).toEqual({ ...partOf(before, 'nome'), label: 'Nome e cognome' });
    expect(after.components[1]).toBe(before.components[1]);
  });

  it('that clears the last rule leaves no empty object', () => {
    const after = changed(aSmallDraft(), { type: 'set', id: 'nome', at: 'validate.required', value: undefined });
    expect(partOf(after, 'nome')).not.toHaveProperty('validate');
  });

  it('that duplicates a group gives ids and keys of their own', () => {
    const outcome = apply(aSmallDraft(), { type: 'duplicate', id: 'chi' });
    expect(outcome).toMatchObject({ id: 'chi2' });
    const keys = outcome.draft === undefined ? [] : keysWithHolder(outcome.draft);
    expect(keys).toEqual(expect.arrayContaining(['chi2/nome2', 'chi2/canale2', 'chi2/email2']));
  });

  it('that duplicates a repeating group leaves the keys inside', () => {
    const after = changed(aSmallDraft(), { type: 'duplicate', id: 'persone' });
    expect(keysWithHolder(after)).toEqual(expect.arrayContaining(['altri/persone2', 'persone2/nome', 'persone2/eta']));
  });

  it('that moves a field out of a list frees its key', () => {
    const after = changed(aSmallDraft(), { type: 'move', id: 'nome2', place: { parent: 'chi', index: 0 } });
    expect(keysWithHolder(after).slice(0, 2)).toEqual(['chi/nome2', 'chi/nome']);
  });

  it('that moves down counts places as they are before', () => {
    const after = changed(aSmallDraft(), { type: 'move', id: 'nome', place: { parent: 'chi', index: 2 } });
    expect(memberAt(after.components[0] ?? after, 'components')).toMatchObject([
      { id: 'canale' },
      { id: 'nome' },
      {},
      {},
    ]);
  });

  it.each([
    ['goes on with the part after it', 'nome', 'canale'],
    ['goes on with the part before the last', 'minori', 'persone'],
    ['goes on with the page after it', 'chi', 'altri'],
  ])('that removes a part %s', (_fact, id, next) => {
    expect(apply(aSmallDraft(), { type: 'remove', id })).toMatchObject({ id: next });
  });

  it('that removes the only part goes on with its page', () => {
    const page = { type: 'group', id: 'sola', components: [{ type: 'text', id: 'avviso', text: 'Ciao' }] };
    const draft = aDraft({ components: [page] });
    expect(apply(draft, { type: 'remove', id: 'avviso' })).toMatchObject({ id: 'sola' });
    expect(apply(draft, { type: 'remove', id: 'sola' })).toMatchObject({ id: undefined });
  });

  it.each([
    ['a part that there is not', { type: 'remove', id: 'boh' }, 'unknown-part'],
    ['a group into itself', { type: 'move', id: 'altri', place: { parent: 'persone', index: 0 } }, 'into-itself'],
    ['a part into a field', { type: 'move', id: 'nome', place: { parent: 'canale', index: 0 } }, 'no-holder'],
    ['a part into nowhere', { type: 'move', id: 'nome', place: { parent: 'boh', index: 0 } }, 'unknown-place'],
    ['a part to where it stands', { type: 'move', id: 'nome', place: { parent: 'chi', index: 1 } }, 'no-change'],
    ['a key that is taken', { type: 'rename', id: 'nome', key: 'email', follow: true }, 'key-taken'],
    ['a key with a space', { type: 'rename', id: 'nome', key: 'il nome', follow: true }, 'bad-key'],
    ['a key of every object', { type: 'rename', id: 'nome', key: 'toString', follow: true }, 'bad-key'],
    ['a key of a text', { type: 'rename', id: 'text', key: 'x', follow: true }, 'no-key'],
    ['an id', { type: 'set', id: 'nome', at: 'id', value: 'x' }, 'own-change'],
    ['a key as a member', { type: 'set', id: 'persone', at: 'path', value: 'x' }, 'own-change'],
    ['the same value', { type: 'set', id: 'nome', at: 'label', value: 'Nome' }, 'no-change'],
  ] as const)('of %s is refused', (_what, change, refusal) => {
    expect(apply(aSmallDraft(), change)).toEqual({ refusal });
    expect(isPossible(aSmallDraft(), change)).toBe(false);
  });
});

describe('renaming an answer', () => {
  it('follows it in conditions and texts of the form', () => {
    const after = changed(aSmallDraft(), { type: 'rename', id: 'canale', key: 'modo', follow: true });
    expect(memberAt(partOf(after, 'email') ?? after, 'conditional.hide')).toBe('= not(modo = "email")');
    expect(memberAt(partOf(after, 'eta') ?? after, 'conditional.hide')).toBe('= nome = null or modo = null');
  });

  it('leaves the answer of the same name in a list alone', () => {
    const after = changed(aSmallDraft(), { type: 'rename', id: 'nome', key: 'nomeCompleto', follow: true });
    expect(memberAt(partOf(after, 'eta') ?? after, 'conditional.hide')).toBe('= nome = null or canale = null');
    expect(partOf(after, 'text')).toMatchObject({ text: 'Ciao {{ nomeCompleto }}, risponderemo a {{email}}.' });
  });

  it('in a list follows filters, loops and siblings', () => {
    const after = changed(
      aSmallDraft(),
      { type: 'rename', id: 'eta', key: 'fascia', follow: true },
      { type: 'rename', id: 'nome2', key: 'chi', follow: true },
      { type: 'rename', id: 'persone', key: 'gente', follow: true },
    );
    expect(memberAt(partOf(after, 'minori') ?? after, 'properties.computed')).toBe(
      '= count(gente[fascia = "minore"]) + count(for p in gente return p.fascia)',
    );
    expect(memberAt(partOf(after, 'eta') ?? after, 'conditional.hide')).toBe('= chi = null or canale = null');
  });

  it('follows it in the fields that look at their neighbours', () => {
    const code = { type: 'textfield', key: 'cf', properties: { type: 'fiscal-code', givenName: 'nome', kind: 'nome' } };
    const draft = changed(aSmallDraft(), { type: 'add', part: code, place: { parent: 'chi', index: 0 } });
    const inList = changed(draft, { type: 'add', part: code, place: { parent: 'persone', index: 0 } });
    const after = changed(inList, { type: 'rename', id: 'nome', key: 'nomeProprio', follow: true });
    expect(partOf(after, 'cf')).toMatchObject({ properties: { givenName: 'nomeProprio', kind: 'nome' } });
    expect(partOf(after, 'cf2')).toMatchObject({ properties: { givenName: 'nome' } });
  });

  it('without following leaves expressions as they are', () => {
    const after = changed(aSmallDraft(), { type: 'rename', id: 'canale', key: 'modo', follow: false });
    expect(memberAt(partOf(after, 'email') ?? after, 'conditional.hide')).toBe('= not(canale = "email")');
  });
});

describe('the history', () => {
  it('takes back a word typed as one step', () => {
    const typed = ['C', 'Ch', 'Chi'].reduce(
      (history, value) => record(history, { type: 'set', id: 'nome', at: 'label', value }).history,
      beginHistory(aSmallDraft()),
    );
    expect(typed.past).toHaveLength(1);
    expect(undo(typed)?.present).toEqual(aSmallDraft());
  });

  it('does again what was undone until something else is done', () => {
    const one = record(beginHistory(aSmallDraft()), { type: 'remove', id: 'nome' }).history;
    const back = undo(one);
    expect(back && redo(back)?.present).toEqual(one.present);
    const other = back && record(back, { type: 'remove', id: 'canale' }).history;
    expect(other && redo(other)).toBeUndefined();
  });

  it('keeps what it was when a change is refused', () => {
    const history = beginHistory(aSmallDraft());
    expect(record(history, { type: 'remove', id: 'boh' }).history).toBe(history);
  });
});

describe('finding', () => {
  const label = (type: string) => (type === 'email' ? 'Posta elettronica' : type);
  it.each([
    ['PERSONA', ['nome2']],
    ['eta', ['eta']],
    ['posta', ['email']],
    ['indirizzo posta', ['email']],
    ['risponderemo', ['text']],
    ['  ', []],
  ])('«%s» gives %j', (query, ids) => {
    expect(findParts(aSmallDraft(), query, label).map(({ part }) => part.id)).toEqual(ids);
  });
});

it.each([
  ['Data di nascita', 'dataDiNascita'],
  ['Perché lo chiedi?', 'percheLoChiedi'],
  ['1ª rata', 'rata'],
  ['???', 'campo'],
  ['constructor', 'campo'],
])('the label «%s» makes the key %s', (label, key) => {
  expect(keyFrom(label, 'campo')).toBe(key);
});
