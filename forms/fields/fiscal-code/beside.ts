import type { FieldComponent, Json } from '../../schema/document.ts';
import { datetime } from '../datetime/schema.ts';
import type { Complaint, ReadContext } from '../types.ts';
import { disagreements, placeIn, type Person } from './person-code.ts';

/**
 * The properties of the component that name the keys of fields beside it; of several, the first that is filled counts.
 */
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

/**
 * The cadastral code of a place that a code has to agree with: of a municipality of the list; of one that was written
 * as a text, when its name is that of a municipality and the code has none of that name. Places abroad have no list
 * here, and some are called like one of ours (Alessandria): they are not compared.
 */
function placeCodeOf(value: Json, code: string, { bornOn, context }: Birth): string | undefined {
  if (typeof value === 'string') {
    const codes = context.placeCodes?.(value, bornOn) ?? [];
    const own = placeIn(code);
    return own.startsWith('Z') || codes.includes(own) ? undefined : codes[0];
  }
  if (typeof value !== 'object' || value === null || !('istatCode' in value)) return undefined;
  const { istatCode } = value;
  return typeof istatCode === 'string' ? context.municipalities?.(istatCode, bornOn)?.cadastralCode : undefined;
}

interface Birth {
  readonly bornOn: string | undefined;
  readonly context: ReadContext;
}

const nameOf = (value: Json): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** What is known of the person from the answers beside a code; what is missing or cannot be read is left out. */
function factsBeside(code: string, component: FieldComponent, context: ReadContext): Partial<Person> {
  const answer = (fact: Fact): Json => {
    const { beside = {} } = context;
    const keys = (component.properties?.[fact] ?? '').split(',').map((key) => key.trim());
    const given = keys.flatMap((key) => (Object.hasOwn(beside, key) ? [beside[key] ?? null] : []));
    return given.find((value) => value !== null && value !== '') ?? null;
  };
  const bornOn = dayOf(answer('bornOn'), context);
  return {
    familyName: nameOf(answer('familyName')),
    givenName: nameOf(answer('givenName')),
    bornOn,
    sex: sexOf(answer('sex')),
    placeCode: placeCodeOf(answer('bornIn'), code, { bornOn, context }),
  };
}

/** What the answers beside a code of sixteen characters have against it; only fields that the component names count. */
export function besideComplaint(code: string, component: FieldComponent, context: ReadContext): Complaint | undefined {
  if (FACTS.every((fact) => component.properties?.[fact] === undefined)) return undefined;
  const [first] = disagreements(code, factsBeside(code, component, context));
  return first && { code: `fiscal-code.${first}`, params: { given: code } };
}
