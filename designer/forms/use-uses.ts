import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { sourcesQuery } from '../queries.ts';
import { keyOf, type Draft } from './model/draft.ts';
import { openDraft } from './model/open.ts';
import { partsOf, placedParts, type Placed } from './model/tree.ts';
import { answerNameOf } from './usage/rename.ts';
import { sourceTexts, type ProcedureTexts, type SourceText } from './usage/sources.ts';
import { usesOf, type Use } from './usage/uses-of.ts';
import type { WorkOrigin } from './work/keeping.ts';

/** An answer that the form had and has no longer, with the places that use it. */
export interface MissingAnswer {
  readonly key: string;
  readonly uses: readonly Use[];
}

/** What is known about where answers are used. */
export interface Uses {
  /** `none`: the form comes from no procedure. */
  readonly state: 'none' | 'loading' | 'ready' | 'failed';
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

/** Where the answers of a draft are used in the procedure that its form comes from. */
export function useUses(origin: WorkOrigin | undefined, draft: Draft): Uses {
  const { data, error } = useQuery({ ...sourcesQuery(origin?.procedureId ?? ''), enabled: origin !== undefined });
  const texts = useSourceTexts(data?.files);
  const known = useMemo(
    () => ({
      names: new Set(data === undefined ? [] : namesIn(data.files, texts ?? NO_TEXTS)),
      parameters: Object.keys(Object(parsed(data?.files['parameters.json']))),
    }),
    [data, texts],
  );
  return useMemo(() => {
    const formId = origin?.formId ?? draft.id;
    const own = new Set(partsOf(draft).map(keyOf));
    const gone = (origin?.keys ?? []).filter((key) => !own.has(key));
    const missing = gone.map((key) => ({
      key,
      uses: usesOf({ answer: { key, lists: [] }, formId }, texts ?? NO_TEXTS),
    }));
    const state = origin === undefined ? 'none' : texts !== undefined ? 'ready' : error !== null ? 'failed' : 'loading';
    return {
      state,
      ...known,
      missing: missing.filter(({ uses }) => uses.length > 0),
      of: (placed) => {
        const answer = answerNameOf(placed);
        return answer === undefined ? [] : usesOf({ answer, formId }, texts ?? NO_TEXTS);
      },
    };
  }, [origin, draft, texts, error, known]);
}

/** The uses of a part's answer and of all that stands inside it. */
export const usesInside = (draft: Draft, id: string, uses: Uses): readonly Use[] =>
  placedParts(draft)
    .filter(({ part, around }) => part.id === id || around.some((holder) => holder.id === id))
    .flatMap((placed) => uses.of(placed));
