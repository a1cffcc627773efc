import { romeDay } from '../core/calendar.ts';
import type { Procedure } from '../core/procedure.ts';
import type { Instant } from '../kernel/types.ts';
import type { Statement } from '../store/transaction.ts';
import type { LoadProcedure } from './compiled.ts';

/*
 * The register counts without holes, so a number that is taken keeps everybody else of the body waiting until the
 * commit. It is therefore taken in the statement that saves. Until then another number stands in its place, wherever
 * the step has written it; the statement puts the right one in before it reads anything.
 */

/** What stands in the place of the number that the saving statement takes. */
export interface Awaited {
  /** Digits that stand nowhere else, as a number of the register with zeros before it. */
  readonly long: string;
  /** The same without the zeros: searches know both. */
  readonly short: string;
}

/** @param id a new UUID */
export function awaitedNumber(id: string): Awaited {
  const short = `9${BigInt(`0x${id.replaceAll('-', '')}`)
    .toString()
    .padStart(39, '0')}`;
  return { long: `00${short}`, short };
}

/** A number of the register as it is written. */
export function registrationOf(ipaCode: string, at: Instant, number: string): string {
  return `${ipaCode}/${registerYear(at)}/${number}`;
}

/** The year of the register, by the calendar of Italy. */
export const registerYear = (at: Instant): number => Number(romeDay(at).slice(0, 4));

/** A text as it is once the number has been taken. */
export function withNumber(text: string, awaited: Awaited, number: string): string {
  return text.replaceAll(awaited.long, number).replaceAll(awaited.short, number.replace(/^0+/, ''));
}

/** Takes the next number of body $1 in the year $2 at once, for a step that computes with it. */
export const numberSql: Statement = {
  name: 'iter-number',
  text: /* sql */ `
INSERT INTO registration_counters AS c (body_id, year, last) VALUES ($1::uuid, $2::int, 1)
  ON CONFLICT (body_id, year) DO UPDATE SET last = c.last + 1
RETURNING lpad(last::text, greatest(7, length(last::text)), '0') AS number`,
};

/** Whether the steps of a command, as often as it is tried, begin with a number that is taken at once. */
export interface Numbering {
  readonly isTakenFirst: () => boolean;
  /** Gives the parts that a step calls. One that may compute with the number ends the step, to be begun anew. */
  readonly watched: (load: LoadProcedure) => LoadProcedure;
  /** Whether a step was ended by that since it was last asked. */
  readonly hasTurned: () => boolean;
}

/** For one command. */
export function numberingOf(): Numbering {
  let [first, turned] = [false, false];
  return {
    isTakenFirst: () => first,
    watched: (load) => async (procedureId, version) => {
      const part = await load(procedureId, version);
      if (first || !computesWithNumber(part)) return part;
      [first, turned] = [true, true];
      throw new Error(`${procedureId} ${version} computes with the number of the register`);
    },
    hasTurned: () => {
      const before = turned;
      turned = false;
      return before;
    },
  };
}

const judged = new WeakMap<object, boolean>();

/**
 * Whether an expression of a procedure may compute with its number: it is named anywhere but in a placeholder that only
 * writes it. A word too many costs time, no truth.
 */
export function computesWithNumber({ facts, forms, service, templates, ...procedure }: Procedure): boolean {
  const known = judged.get(facts);
  if (known !== undefined) return known;
  const { program, companions, terms, connectors } = procedure;
  const { competence, subject, roles, register } = service;
  const parts = [program, companions, facts, terms, connectors, competence, subject, roles, register];
  const texts = Object.values(templates).map((template) => `${template.subject} ${template.body}`);
  const written = /\{\{\s*(?:dossier\.)?registration\s*\}\}/g;
  const computes = [JSON.stringify([parts, forms]), ...texts.map((text) => text.replace(written, ''))].some((text) =>
    /\bregistration\b/.test(text),
  );
  judged.set(facts, computes);
  return computes;
}
