import { isRecord } from '../../forms/schema/json.ts';
import type { Answers, Json } from '../../forms/schema/document.ts';
import type { ServiceCard } from '../../forms/contract/procedures.ts';

/** Where the answers of an application say which body is competent, and of which level it is (`competence.from`). */
export type PlaceRule = NonNullable<ServiceCard['competence']['from']>;

/** A municipality that answers name, by its ISTAT code or, in an address, by its name and province. */
export type NamedPlace = { readonly istatCode: string } | { readonly name: string; readonly province: string };

/**
 * The municipality that answers name in a field of a municipality, a cadastral parcel or an address; undefined while
 * they do not.
 */
export const placeIn = ({ place }: PlaceRule, answers: Answers): NamedPlace | undefined =>
  namedIn(answers[place] ?? null);

/** The same of one answer. */
export function namedIn(answer: Json): NamedPlace | undefined {
  if (!isRecord(answer)) return undefined;
  const { istatCode, municipality, province } = answer;
  if (typeof istatCode === 'string') return istatCode === '' ? undefined : { istatCode };
  if (typeof municipality === 'string' && typeof province === 'string' && municipality !== '') {
    return { name: municipality, province };
  }
  return namedIn(municipality ?? null);
}
