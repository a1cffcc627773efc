import type { FormDocument, Issue } from '../schema/document.ts';
import { fieldOfPath } from '../schema/pages.ts';
import { issueText } from '../text/issue-text.ts';

/**
 * The sentence of an issue in the language of the form on the screen: the server names fields as the document does, in
 * Italian.
 */
export function issueTextIn(form: FormDocument, issue: Issue): string {
  const label = fieldOfPath(form, issue.path)?.component.label;
  return issueText(label === undefined ? issue : { ...issue, params: { ...issue.params, label } });
}
