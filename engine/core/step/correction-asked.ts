import type { Json } from '../../../forms/schema/document.ts';
import { isRecord } from '../../../forms/schema/json.ts';
import type { TaskWait } from '../../kernel/types.ts';
import { correction } from '../../language/correction.ts';
import type { Dossier, FieldToCorrect, Task } from '../dossier.ts';
import { unfit, valueOf } from '../expression.ts';
import { sentAt } from '../sent.ts';
import type { Scene } from './progress.ts';

/**
 * What a task asks to correct; undefined where it is an ordinary one.
 *
 * @throws Problem `step.failed` when the expressions do not name a form that was sent, and fields with remarks
 */
export function correctionAsked(wait: TaskWait, dossier: Dossier, { context }: Scene): Task['corrects'] {
  const { elementId, instance } = wait;
  const drawn = correction.of(context.procedure.facts[elementId]);
  if (drawn === undefined) return undefined;
  const place = { elementId, dossier: { variables: { ...dossier.variables, ...instance } }, now: context.now };
  const sequence = valueOf(drawn.of, place);
  const sent = typeof sequence === 'number' ? sentAt(dossier, sequence) : undefined;
  if (sent === undefined)
    throw unfit(drawn.of, place, { found: JSON.stringify(sequence), expected: 'the number of a form that was sent' });
  const value = valueOf(drawn.fields, place);
  const items: readonly Json[] = Array.isArray(value) ? value : [];
  const fields = items.flatMap(fieldFrom);
  if (fields.length > 0 && fields.length === items.length) return { ...sent, fields };
  throw unfit(drawn.fields, place, { found: JSON.stringify(value), expected: 'a list of { field, remark }' });
}

function fieldFrom(item: Json): readonly FieldToCorrect[] {
  if (!isRecord(item)) return [];
  const { field, remark } = item;
  return typeof field === 'string' && typeof remark === 'string' ? [{ field, remark }] : [];
}
