import type { FieldComponent, Json } from '../../schema/document.ts';
import { datetime } from '../datetime/schema.ts';
import type { Complaint, ReadContext } from '../types.ts';
import { disagreements, type Person } from './person-code.ts';

/** The properties of the component that name the keys of fields beside it. */
const FACTS = ['familyName', 'givenName', 'bornOn', 'sex', 'bornIn'] as const;

type Fact = (typeof FACTS)[number];

const ANY_DAY: FieldComponent = { type: 'datetime', key: 'bornOn' };

function dayOf(value: Json, context: ReadContext): string | undefined {
  const reading = datetime.read(value, ANY_DAY, context);
  return 'value' in reading && typeof reading.value === 'string' ? reading.value : undefined;
}

function sexOf(value: Json): Person['sex'] | undefined {
  if (typeof value !== 'string') return undefined;
  const letter = value.trim().toUpperCase();
  return letter === 'F' || letter === 'M' ? letter : undefined;
}

/** The cadastral code of a place, when it is a municipality of the list; a place written as text is not compared. */
function placeCodeOf(value: Json, { municipalities }: ReadContext, bornOn?: string): string | undefined {
  if (typeof value !== 'object' || value === null || !('istatCode' in value)) return undefined;
  const { istatCode } = value;
  return typeof istatCode === 'string' ? municipalities?.(istatCode, bornOn)?.cadastralCode : undefined;
}

const nameOf = (value: Json): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** What is known of the person from the answers beside a code; what is missing or cannot be read is left out. */
function factsBeside(component: FieldComponent, context: ReadContext): Partial<Person> {
  const answer = (fact: Fact): Json => {
    const key = component.properties?.[fact];
    const { beside = {} } = context;
    return key !== undefined && Object.hasOwn(beside, key) ? (beside[key] ?? null) : null;
  };
  const bornOn = dayOf(answer('bornOn'), context);
  return {
    familyName: nameOf(answer('familyName')),
    givenName: nameOf(answer('givenName')),
    bornOn,
    sex: sexOf(answer('sex')),
    placeCode: placeCodeOf(answer('bornIn'), context, bornOn),
  };
}

/** What the answers beside a code of sixteen characters have against it; only fields that the component names count. */
export function besideComplaint(code: string, component: FieldComponent, context: ReadContext): Complaint | undefined {
  if (FACTS.every((fact) => component.properties?.[fact] === undefined)) return undefined;
  const [first] = disagreements(code, factsBeside(component, context));
  return first && { code: `fiscal-code.${first}`, params: { given: code } };
}
