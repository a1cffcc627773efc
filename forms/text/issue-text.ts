import type { Issue } from '../schema/document.ts';
import { feelFaultText } from './feel-fault.ts';
import { formatSize } from './format.ts';
import { kindNames } from './kind-names.ts';
import { languageTag } from './language.ts';
import { t, textIfAny, type TextParams } from './text.ts';

const SIZES = new Set(['attachment.too-large']);
const KINDS = new Set(['attachment.wrong-kind']);

function wording(issue: Issue): TextParams {
  const entries = Object.entries(issue.params).map(([name, value]) => {
    if (name === 'expected' && KINDS.has(issue.code)) return [name, kindNames(String(value).split(','))] as const;
    if (typeof value !== 'number') return [name, value] as const;
    return [name, SIZES.has(issue.code) ? formatSize(value) : value.toLocaleString(languageTag())] as const;
  });
  const { labelKey } = issue.params;
  const ofPart = typeof labelKey === 'string' ? textIfAny(labelKey) : undefined;
  return {
    ...{ label: issue.path, path: issue.path, code: issue.code },
    ...Object.fromEntries(entries),
    ...(ofPart === undefined ? {} : { label: ofPart }),
    ...(issue.code === 'form.bad-expression' && { fault: feelFaultText(issue.params) }),
  };
}

/**
 * The sentence of an issue, in the language of the page: it names the place, the value when it may be shown, and what
 * was expected. A code may have a sentence of its own for a type of field, such as `field.required-checkbox`.
 */
export function issueText(issue: Issue): string {
  const params = wording(issue);
  const ofType = textIfAny(`issues.${issue.code}-${String(issue.params['type'])}`, params);
  return ofType ?? textIfAny(`issues.${issue.code}`, params) ?? t('issues.unnamed', params);
}
