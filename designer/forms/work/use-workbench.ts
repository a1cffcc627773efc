import { useMemo, useReducer } from 'react';
import { t } from '../../../forms/text/designer.ts';
import type { Change } from '../model/change.ts';
import type { Draft } from '../model/draft.ts';
import { nameOf } from '../model/find.ts';
import { beginHistory, lastChange, nextChange, record, redo, undo, type History } from '../model/history.ts';
import { neighbourOf, partOf } from '../model/tree.ts';

/** What was done last, for the line that says so. */
export interface Flash {
  readonly text: string;
  /** The way back is offered beside the sentence. */
  readonly canUndo: boolean;
  /** Tells one flash from the next, also when they say the same. */
  readonly number: number;
}

/** The state of the work on one form. */
interface State {
  readonly history: History;
  readonly selected: string | undefined;
  readonly flash: Flash | undefined;
  /** Grows when the document changed in another way than by the settings on the screen, which then start afresh. */
  readonly epoch: number;
}

type Action =
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'select'; readonly id: string | undefined }
  | { readonly type: 'undo' | 'redo' | 'hush' };

const flashOf = (state: State, text: string, canUndo = false): Flash => ({
  text,
  canUndo,
  number: (state.flash?.number ?? 0) + 1,
});

function sentence(change: Change, before: Draft, after: Draft): string | undefined {
  const named = (draft: Draft, id: string | undefined): string => {
    const part = id === undefined ? undefined : partOf(draft, id);
    return part === undefined ? '' : nameOf(part);
  };
  switch (change.type) {
    case 'move':
      return t('designer.builder.done.moved', { name: named(after, change.id) });
    case 'remove':
      return t('designer.builder.done.removed', { name: named(before, change.id) });
    case 'duplicate':
      return t('designer.builder.done.duplicated', { name: named(before, change.id) });
    default:
      return undefined;
  }
}

function changed(state: State, change: Change): State {
  const { history, outcome } = record(state.history, change);
  if (outcome.draft === undefined) return state;
  const added = change.type === 'add' ? partOf(outcome.draft, outcome.id ?? '') : undefined;
  const text =
    added === undefined
      ? sentence(change, state.history.present, outcome.draft)
      : t('designer.builder.done.added', { name: nameOf(added) });
  return {
    history,
    selected: change.type === 'settle' ? state.selected : outcome.id,
    flash: text === undefined ? undefined : flashOf(state, text, change.type === 'remove'),
    epoch: change.type === 'set' ? state.epoch : state.epoch + 1,
  };
}

/** Where a step back or forth leads, and how it is told. */
interface SteppedTo {
  readonly history: History | undefined;
  readonly change: Change | undefined;
  readonly text: string;
}

/** A step back or forth: the part that the change was about is at hand again, else what stands where it stood. */
function stepped(state: State, { history, change, text }: SteppedTo): State {
  if (history === undefined) return state;
  const { selected } = state;
  const near = selected === undefined ? undefined : neighbourOf(state.history.present, selected);
  const about = change !== undefined && 'id' in change ? change.id : undefined;
  const at = [about, selected, near].find((id) => id !== undefined && partOf(history.present, id) !== undefined);
  return { history, selected: at, flash: flashOf(state, text), epoch: state.epoch + 1 };
}

const nameOfChange = (change: Change | undefined): string =>
  change === undefined ? '' : t(`designer.builder.changes.${change.type}`);

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'change':
      return changed(state, action.change);
    case 'select':
      return { ...state, selected: action.id };
    case 'hush':
      return { ...state, flash: undefined };
    case 'undo': {
      const change = lastChange(state.history);
      const text = t('designer.builder.done.undone', { change: nameOfChange(change) });
      return stepped(state, { history: undo(state.history), change, text });
    }
    case 'redo': {
      const change = nextChange(state.history);
      const text = t('designer.builder.done.redone', { change: nameOfChange(change) });
      return stepped(state, { history: redo(state.history), change, text });
    }
  }
}

/** The work on one form: the document, what is selected, and all that can be done. */
export interface Workbench {
  readonly draft: Draft;
  readonly selected: string | undefined;
  readonly flash: Flash | undefined;
  readonly epoch: number;
  readonly undoable: string | undefined;
  readonly redoable: string | undefined;
  readonly change: (change: Change) => void;
  readonly select: (id: string | undefined) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly hush: () => void;
}

/** Puts a form on the bench. */
export function useWorkbench(form: Draft): Workbench {
  const [state, dispatch] = useReducer(reduce, form, (start) => ({
    history: beginHistory(start),
    selected: undefined,
    flash: undefined,
    epoch: 0,
  }));
  const acts = useMemo(
    () => ({
      change: (change: Change) => dispatch({ type: 'change', change }),
      select: (id: string | undefined) => dispatch({ type: 'select', id }),
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
      hush: () => dispatch({ type: 'hush' }),
    }),
    [],
  );
  const { history, selected, flash, epoch } = state;
  const [undoable, redoable] = [lastChange(history), nextChange(history)].map((change) =>
    change === undefined ? undefined : nameOfChange(change),
  );
  return { draft: history.present, selected, flash, epoch, undoable, redoable, ...acts };
}
