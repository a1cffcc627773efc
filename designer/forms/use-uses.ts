import { useEffect, useMemo, useState } from 'react';
import { keyOf, type Draft } from './model/draft.ts';
import { openDraft } from './model/open.ts';
import { partsOf, placedParts, type Placed } from './model/tree.ts';
import { answerNameOf } from './usage/rename.ts';
import { sourceTexts, type ProcedureTexts, type SourceText } from './usage/sources.ts';
import { usesOf, type Use } from './usage/uses-of.ts';

/** An answer that the form had and has no longer, with the places that use it. */
export interface MissingAnswer {
  readonly key: string;
  readonly uses: readonly Use[];
}

/** The form on the server, and what stands around it. */
export interface FormSource {
  /** The id of the form, and the answers that it had when it was opened. */
  readonly formId: string;
  readonly keys: readonly string[];
  /** The files of the procedure or part that it belongs to; absent while they are fetched. */
  readonly files: ProcedureTexts | undefined;
  /** They cannot be fetched. */
  readonly hasFailed: boolean;
}

/** What is known about where answers are used. */
export interface Uses {
  readonly state: 'loading' | 'ready' | 'failed';
  /** Names that expressions may use besides the answers of this form. */
  readonly names: ReadonlySet<string>;
  /** Parameters of the procedure, by name. */
  readonly parameters: readonly string[];
  readonly of: (placed: Placed) => readonly Use[];
  readonly missing: readonly MissingAnswer[];
}

const NO_TEXTS: readonly SourceText[] = [];

function useSourceTexts(files: ProcedureTexts | undefined): readonly SourceText[] | undefined {
  const [texts, setTexts] = useState<readonly SourceText[]>();
  useEffect(() => {
    if (files === undefined) return undefined;
    let isCurrent = true;
    void sourceTexts(files).then((found) => {
      if (isCurrent) setTexts(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [files]);
  return texts;
}

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Answers of the other forms, and what the diagram computes. */
function namesIn(files: ProcedureTexts, texts: readonly SourceText[]): readonly string[] {
  const forms = Object.entries(files).filter(([file]) => file.startsWith('forms/'));
  const keys = forms.flatMap(([, text]) => {
    const opened = openDraft(parsed(text));
    return 'draft' in opened ? partsOf(opened.draft).flatMap((part) => keyOf(part) ?? []) : [];
  });
  const computed = texts.filter(({ kind, reads }) => kind === 'diagram' && reads === 'name').map(({ text }) => text);
  return [...keys, ...computed.map((name) => name.split('.')[0] ?? name)];
}

/** Where the answers of a draft are used in the procedure that its form belongs to. */
export function useUses({ formId, keys, files, hasFailed }: FormSource, draft: Draft): Uses {
  const texts = useSourceTexts(files);
  const known = useMemo(
    () => ({
      names: new Set(files === undefined ? [] : namesIn(files, texts ?? NO_TEXTS)),
      parameters: Object.keys(Object(parsed(files?.['parameters.json']))),
    }),
    [files, texts],
  );
  return useMemo(() => {
    const own = new Set(partsOf(draft).map(keyOf));
    const missing = keys
      .filter((key) => !own.has(key))
      .map((key) => ({ key, uses: usesOf({ answer: { key, lists: [] }, formId }, texts ?? NO_TEXTS) }));
    return {
      state: texts !== undefined ? 'ready' : hasFailed ? 'failed' : 'loading',
      ...known,
      missing: missing.filter(({ uses }) => uses.length > 0),
      of: (placed) => {
        const answer = answerNameOf(placed);
        return answer === undefined ? [] : usesOf({ answer, formId }, texts ?? NO_TEXTS);
      },
    };
  }, [formId, keys, draft, texts, hasFailed, known]);
}

/** The uses of a part's answer and of all that stands inside it. */
export const usesInside = (draft: Draft, id: string, uses: Uses): readonly Use[] =>
  placedParts(draft)
    .filter(({ part, around }) => part.id === id || around.some((holder) => holder.id === id))
    .flatMap((placed) => uses.of(placed));
