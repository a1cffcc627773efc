import { isGroup, isList, isText } from '../../forms/schema/components.ts';
import type {
  Answers,
  Component,
  FieldComponent,
  FormDocument,
  Json,
  ListComponent,
} from '../../forms/schema/document.ts';

type Answering = FieldComponent | ListComponent;

/** The fields and repeating groups whose answers stand side by side, with those in groups. */
const answering = (components: readonly Component[]): readonly Answering[] =>
  components.flatMap((component) => {
    if (isText(component)) return [];
    return isGroup(component) ? answering(component.components) : [component];
  });

const keyOf = (component: Answering): string => (isList(component) ? component.path : component.key);

/**
 * The answers given in a form, under the keys that its fields have in the form as it is now: a field is known by its
 * `id`. Answers of fields that are gone stay, in case they come back; those that moved into or out of a repeating group
 * do too.
 */
export const carryAnswers = (before: FormDocument, after: FormDocument, answers: Answers): Answers =>
  carried(before.components, after.components, answers);

function carried(before: readonly Component[], after: readonly Component[], answers: Answers): Answers {
  const earlier = new Map(answering(before).map((each) => [each.id, each]));
  const pairs = answering(after).flatMap((now) => {
    const then = now.id === undefined ? undefined : earlier.get(now.id);
    return then === undefined ? [] : [{ now, then }];
  });
  const known = new Set(pairs.map(({ then }) => keyOf(then)));
  const others = Object.entries(answers).filter(([key]) => !known.has(key));
  const renamed = pairs.flatMap(({ now, then }): readonly (readonly [string, Json])[] => {
    const answer = answers[keyOf(then)];
    return answer === undefined ? [] : [[keyOf(now), itemsCarried(then, now, answer)]];
  });
  return Object.fromEntries([...others, ...renamed]);
}

/** An answer; the items of a repeating group one by one. */
function itemsCarried(before: Answering, after: Answering, answer: Json): Json {
  if (!isList(before) || !isList(after) || !Array.isArray(answer)) return answer;
  const items: readonly Json[] = answer;
  // The items of a list are objects of answers; anything else is left for the validator.
  return items.map((item) => (isAnswers(item) ? carried(before.components, after.components, item) : item));
}

const isAnswers = (item: Json): item is Answers => typeof item === 'object' && item !== null && !Array.isArray(item);
