import { fc } from '../../support/random.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apply, type Change } from '../../../designer/forms/model/change.ts';
import type { Draft } from '../../../designer/forms/model/draft.ts';
import { beginHistory, record, redo, undo, type History } from '../../../designer/forms/model/history.ts';
import { partsOf } from '../../../designer/forms/model/tree.ts';
import { newPart } from '../../../designer/forms/model/new-part.ts';
import { fieldEditors, type EditorType } from '../../../forms/fields/editors.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { aDraft, aSmallDraft, keysWithHolder } from './a-draft.ts';

const folder = new URL('../../../procedures/accesso-agli-atti/forms/', import.meta.url);
const published = readdirSync(folder).map((file) => aDraft(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
const drafts: readonly Draft[] = [aSmallDraft(), ...published];

const types = Object.keys(fieldEditors) as readonly EditorType[];

/** A change of the draft by numbers: which part, which place; so that most of them are possible. */
const anyStep = fc.record({
  kind: fc.constantFrom('add', 'move', 'remove', 'duplicate', 'set', 'unset', 'rename'),
  part: fc.nat(200),
  holder: fc.nat(200),
  index: fc.integer({ min: -1, max: 20 }),
  type: fc.constantFrom(...types),
  key: fc.constantFrom('nome', 'canale', 'altro', 'x1', 'toString', 'con spazio', ''),
  text: fc.string(),
  follow: fc.boolean(),
});

type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

function changeOf(draft: Draft, step: Step): Change {
  const parts = partsOf(draft);
  const id = parts[step.part % Math.max(parts.length, 1)]?.id ?? '';
  const holders = [undefined, ...parts.filter(({ components }) => components !== undefined).map((part) => part.id)];
  const place = { parent: holders[step.holder % holders.length], index: step.index };
  switch (step.kind) {
    case 'add':
      return { type: 'add', part: newPart(draft, { type: step.type, label: step.text, place }), place };
    case 'move':
      return { type: 'move', id, place };
    case 'remove':
    case 'duplicate':
      return { type: step.kind, id };
    case 'rename':
      return { type: 'rename', id, key: step.key, follow: step.follow };
    default:
      return { type: 'set', id, at: 'description', value: step.kind === 'set' ? step.text : undefined };
  }
}

const steps = fc.array(anyStep, { maxLength: 25 });

const played = (draft: Draft, list: readonly Step[]): History =>
  list.reduce((history, step) => record(history, changeOf(history.present, step)).history, beginHistory(draft));

const isReadable = (draft: Draft): boolean => readForm(JSON.parse(JSON.stringify(draft))).form !== undefined;

function back(history: History): { readonly start: History; readonly count: number } {
  let [start, count] = [history, 0];
  for (let before = undo(start); before !== undefined; before = undo(start), count += 1) start = before;
  return { start, count };
}

describe('any sequence of changes', () => {
  it('is taken back to the very document it began with', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drafts), steps, (draft, list) => {
        expect(back(played(draft, list)).start.present).toBe(draft);
      }),
      { numRuns: 200 },
    );
  });

  it('undone and done again gives the same document', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drafts), steps, (draft, list) => {
        const end = played(draft, list);
        const { start, count } = back(end);
        let again = start;
        for (let done = 0; done < count; done += 1) again = redo(again) ?? again;
        expect(again.present).toBe(end.present);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves a document that could be read readable', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drafts.filter(isReadable)), steps, (draft, list) => {
        const { present } = played(draft, list);
        expect(readForm(JSON.parse(JSON.stringify(present))).issues).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps ids and keys unique, and the JSON what it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drafts), steps, (draft, list) => {
        const { present } = played(draft, list);
        const ids = partsOf(present).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(keysInScope(present)).size).toBe(keysInScope(present).length);
        expect(aDraft(JSON.parse(JSON.stringify(present)))).toEqual(JSON.parse(JSON.stringify(present)));
      }),
      { numRuns: 150 },
    );
  });

  it('is refused with a reason or changes the document', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drafts), anyStep, (draft, step) => {
        const outcome = apply(draft, changeOf(draft, step));
        expect(outcome.draft !== undefined ? outcome.draft !== draft : outcome.refusal.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

/** Keys with the scope they have to be unique in: the repeating group around them, or the form. */
function keysInScope(draft: Draft): readonly string[] {
  const listIds = new Set(partsOf(draft).flatMap(({ type, id }) => (type === 'dynamiclist' ? [id] : [])));
  return keysWithHolder(draft)
    .filter((entry) => listIds.has(entry.split('/')[0] ?? ''))
    .concat(
      keysWithHolder(draft).flatMap((entry) =>
        listIds.has(entry.split('/')[0] ?? '') ? [] : [entry.split('/')[1] ?? ''],
      ),
    );
}

it('every procedure form opens readable', () => {
  expect(published.filter((draft) => !isReadable(draft))).toEqual([]);
});
