import { getIn } from 'formik';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Answers, Issue, Json } from '../schema/document.ts';
import { isRecord, isSame } from '../schema/json.ts';
import { inputId } from './field-props.ts';

/**
 * When an error is told. A person who goes on is told all that is wrong then; one who has changed an answer and leaves
 * it is told what is wrong with it. Nobody is told of fields that have just come into sight, nor of those they passed
 * through. What was told goes as soon as the answer is right.
 */
export interface Telling {
  /** What is told now, of all that is wrong. */
  readonly told: (issues: readonly Issue[]) => readonly Issue[];
  /** False as long as nothing has to be told, whatever is wrong. */
  readonly isTelling: boolean;
  /** Grows whenever the person pauses: only then a list of errors may change, which moves what stands below it. */
  readonly pauses: number;
  /** Notes what a person changes; `before` are the answers before it. */
  readonly change: (before: Answers, path: string, value: Json) => void;
  readonly leave: (path: string) => void;
  /** Tells everything that is wrong at this moment. */
  readonly tell: (issues: readonly Issue[]) => void;
}

/** An error line that comes under a pressed pointer moves the target, and the click is lost: the telling waits. */
const BLUR_PAUSE_MS = 200;

const NOTHING: ReadonlySet<string> = new Set();

/** True for a path and what lies inside the answer at it. */
const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`);

/** The paths of the parts in which two answers differ. */
function changedPaths(path: string, before: Json | undefined, after: Json): readonly string[] {
  if (isSame(before, after)) return [];
  if (!isRecord(after)) return [path];
  const parts = isRecord(before) ? before : {};
  return Object.entries(after).flatMap(([key, value]) => changedPaths(`${path}.${key}`, parts[key], value));
}

/** True while the focus is on another input of the same field, such as the time beside a day. */
function isStillInside(path: string): boolean {
  const id = inputId(path);
  const frame = (document.getElementById(id) ?? document.getElementById(`${id}-group`))?.closest('.iter-field');
  return frame?.contains(document.activeElement) ?? false;
}

/** The answer at a path, which may stand in an item of a list. */
const answerAt = (answers: Answers, path: string): Json | undefined => getIn(answers, path) as Json | undefined;

/** Keeps what a form on the screen tells of its errors. */
export function useErrors(): Telling {
  const changed = useRef(new Set<string>());
  const [places, setPlaces] = useState(NOTHING);
  const [pauses, setPauses] = useState(0);
  const change = useCallback((before: Answers, path: string, value: Json): void => {
    const old = answerAt(before, path);
    for (const each of changedPaths(path, old, value)) changed.current.add(each);
    // Items that follow the one taken out have other paths now.
    const isShorter = Array.isArray(old) && Array.isArray(value) && value.length < old.length;
    if (isShorter) setPlaces((known) => new Set([...known].filter((place) => !place.startsWith(`${path}[`))));
  }, []);
  const leave = useCallback((path: string): void => {
    setTimeout(() => {
      if (isStillInside(path)) return;
      if ([...changed.current].some((each) => isWithin(each, path))) setPlaces((known) => new Set([...known, path]));
      setPauses((count) => count + 1);
    }, BLUR_PAUSE_MS);
  }, []);
  const tell = useCallback((issues: readonly Issue[]): void => {
    setPlaces(new Set(issues.map(({ path }) => path)));
    setPauses((count) => count + 1);
  }, []);
  const told = useCallback(
    (issues: readonly Issue[]) => issues.filter(({ path }) => [...places].some((place) => isWithin(path, place))),
    [places],
  );
  return useMemo(
    () => ({ told, isTelling: places.size > 0, pauses, change, leave, tell }),
    [told, places, pauses, change, leave, tell],
  );
}
