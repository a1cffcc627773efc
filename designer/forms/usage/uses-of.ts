import { namesUsed, namesUsedInTests, placeholdersIn, type NameUse } from '../../../engine/rules/feel.ts';
import { meaningOf, type AnswerName } from './rename.ts';
import type { SourceKind, SourceText } from './sources.ts';

/** A place that uses an answer. */
export interface Use {
  readonly kind: SourceKind;
  readonly file: string;
  /** The element, decision or field, by its name; empty where the file says it all. */
  readonly place: string;
  /** The expression, as it stands there. */
  readonly expression: string;
}

/** What the texts of a procedure are examined for. */
export interface Asked {
  readonly answer: AnswerName;
  /** The form that the answer is given in: its own expressions are renamed with it and need no warning. */
  readonly formId?: string;
}

/**
 * Where an answer is used: conditions, mappings and assignments of the diagram, decisions, texts with placeholders,
 * other forms, scenarios, the service card. Each place is named once for each expression.
 */
export function usesOf({ answer, formId }: Asked, texts: readonly SourceText[]): readonly Use[] {
  const uses = texts
    .filter((text) => formId === undefined || text.formId !== formId)
    .filter((text) => names(text).some((use) => meaningOf(use, answer, text.standpoint ?? []) !== undefined))
    .map(({ kind, file, place, text, reads }) => ({
      kind,
      file,
      place,
      expression: reads === 'placeholders' ? placeholderOf(text, answer) : text.trim(),
    }));
  return uses.filter((use, index) => uses.findIndex((other) => isSame(use, other)) === index);
}

const isSame = (one: Use, other: Use): boolean =>
  one.file === other.file && one.place === other.place && one.expression === other.expression;

function names({ text, reads }: SourceText): readonly NameUse[] {
  switch (reads) {
    case 'expression':
      return namesUsed(text);
    case 'tests':
      return namesUsedInTests(text);
    case 'placeholders':
      return placeholdersIn(text).flatMap(({ expression }) => namesUsed(expression));
    case 'name':
      return [{ path: text.split('.'), at: [], isInFilter: false }];
  }
}

/** The first placeholder that means the answer: a whole letter would say little. */
function placeholderOf(text: string, answer: AnswerName): string {
  const found = placeholdersIn(text).find(({ expression }) =>
    namesUsed(expression).some((use) => meaningOf(use, answer, []) !== undefined),
  );
  return found === undefined ? '' : `{{ ${found.expression} }}`;
}
