import { fullName } from '../../forms/schema/full-name.ts';
import { unfit, valueOf, type ExpressionPlace } from '../core/expression.ts';
import { extension } from './extension.ts';
import { feel } from './kinds.ts';
import { personFrom, type Person } from './person.ts';
import { onRepeatedTask } from './places.ts';

/**
 * `<iter:each>` on a user task with several instances: for whom each is, or what it is about. One that is for a person
 * is theirs alone, and they are a party of the dossier where it is for parties. The expressions see the item.
 */
export const each = extension({
  name: 'each',
  on: onRepeatedTask,
  attributes: {
    person: feel().optional(),
    about: feel().optional(),
  },
});

/** Whom one of several tasks is for, and what tells it from the others. */
export interface Distinction {
  readonly person?: Person;
  readonly about?: string;
}

/**
 * What is said of one of several tasks.
 *
 * @throws Problem `step.failed` when an expression gives no person or no text
 */
export function distinctionOf(said: ReturnType<typeof each.of>, place: ExpressionPlace): Distinction {
  const person = said?.person === undefined ? undefined : personAt(said.person, place);
  const about = said?.about === undefined ? person && fullName(person) : aboutAt(said.about, place);
  return { ...(person !== undefined && { person }), ...(about !== undefined && { about }) };
}

function personAt(expression: string, place: ExpressionPlace): Person {
  const value = valueOf(expression, place);
  const person = personFrom(value);
  if (person !== undefined) return person;
  throw unfit(expression, place, { found: JSON.stringify(value), expected: '{ nome, cognome, codiceFiscale, email }' });
}

/** A number counts as a text: the number of a lot tells it from the others. */
function aboutAt(expression: string, place: ExpressionPlace): string {
  const value = valueOf(expression, place);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw unfit(expression, place, { found: JSON.stringify(value), expected: 'a text or a number' });
}
