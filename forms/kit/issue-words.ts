import type { FieldRules, FormDocument, Issue } from '../schema/document.ts';
import { fieldOfPath, type PlacedField } from '../schema/pages.ts';
import { issueText } from '../text/issue-text.ts';

/** Sentences that the document itself holds, as the form on the screen words them. */
function ownWords(component: PlacedField['component'], { code, params }: Issue): Readonly<Record<string, string>> {
  const validate: FieldRules | undefined = component.validate;
  const message = code === 'field.rule' ? validate?.rules?.[Number(params['rule'])]?.message : undefined;
  const expected = code === 'text.pattern-explained' ? validate?.patternErrorMessage : undefined;
  return { ...(message === undefined ? {} : { message }), ...(expected === undefined ? {} : { expected }) };
}

/**
 * The sentence of an issue in the language of the form on the screen: the server names fields, and gives the sentences
 * of their rules, as the document does, in Italian.
 */
export function issueTextIn(form: FormDocument, issue: Issue): string {
  const component = fieldOfPath(form, issue.path)?.component;
  if (component === undefined) return issueText(issue);
  const words = { ...issue.params, ...ownWords(component, issue) };
  return issueText({ ...issue, params: component.label === undefined ? words : { ...words, label: component.label } });
}
