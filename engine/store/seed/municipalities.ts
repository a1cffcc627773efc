import { readFile } from 'node:fs/promises';
import { DAY_ONE } from '../../../forms/schema/lookups.ts';

/** A municipality of Italy under one name; one that was renamed has several. */
export interface SeedMunicipality {
  /** Six digits. */
  readonly istatCode: string;
  readonly name: string;
  /** Two letters of the plate, e.g. `BO`. */
  readonly province: string;
  /** Two digits; Emilia-Romagna is `08`. */
  readonly regionCode: string;
  /** Letter and three digits; null for the few that the list does not have, and for suppressed ones. */
  readonly cadastralCode: string | null;
  /** The first day under this name; the first of all days when nobody wrote it down. */
  readonly validFrom: string;
  /** The last day; null while it exists. */
  readonly validTo: string | null;
}

/** The texts of the lists, whose hash says whether they have changed. */
export interface MunicipalityLists {
  /** Those that exist now, of the whole country. */
  readonly existing: string;
  /** Every state of those of Emilia-Romagna since 1948. */
  readonly history: string;
}

/** The region whose history is known. */
const EMILIA_ROMAGNA = '08';

/** The day on which ISTAT's archive begins: a municipality that has it existed before. */
const ARCHIVE_BEGINS = '1948-01-01';

/** How the archive writes that something has not ended. */
const NEVER = '9999-12-31';

/** The texts of the two lists. */
export async function readMunicipalityLists(): Promise<MunicipalityLists> {
  const read = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');
  const [existing, history] = await Promise.all([
    read('municipalities.csv'),
    read('municipalities-emilia-romagna-history.csv'),
  ]);
  return { existing, history };
}

/** The rows of both lists: those that exist now, and what those of Emilia-Romagna were before. */
export function parseMunicipalities({ existing, history }: MunicipalityLists): readonly SeedMunicipality[] {
  const now = rowsOf(existing).map(existingMunicipality);
  const states = statesOf(history);
  const current = now.map((municipality) => sinceWhen(municipality, states));
  return [...current, ...states.filter((state) => !current.some((one) => isSameName(one, state)))];
}

/** Fields of these lists hold no commas or quotes. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines.map((line) => line.split(','));
}

function existingMunicipality(row: readonly string[]): SeedMunicipality {
  const [istatCode = '', name = '', province = '', , regionCode = '', cadastralCode = ''] = row;
  const code = cadastralCode === '' ? null : cadastralCode;
  // Outside the region the list says only since when the code has its present form: municipalities of Turin, since
  // 2015.
  return { istatCode, name, province, regionCode, cadastralCode: code, validFrom: DAY_ONE, validTo: null };
}

/** Names are written `Calderara Di Reno` in one list and `Calderara di Reno` in the other. */
const isSameName = (one: SeedMunicipality, other: SeedMunicipality): boolean =>
  one.istatCode === other.istatCode && one.name.toLowerCase() === other.name.toLowerCase();

function sinceWhen(municipality: SeedMunicipality, states: readonly SeedMunicipality[]): SeedMunicipality {
  const state = states.find((one) => isSameName(one, municipality));
  return state === undefined ? municipality : { ...municipality, validFrom: state.validFrom };
}

/** The states of the archive, those that follow each other under one name made one. */
function statesOf(history: string): readonly SeedMunicipality[] {
  const merged = new Map<string, SeedMunicipality>();
  for (const state of rowsOf(history).map(historicState)) {
    // A row of no days only notes the suppression.
    if (state.validTo !== null && state.validTo < state.validFrom) continue;
    const key = `${state.istatCode} ${state.name}`;
    const before = merged.get(key);
    merged.set(key, before ? { ...state, validFrom: before.validFrom } : state);
  }
  return [...merged.values()];
}

/** The archive writes the day on which a state ended, which is the first of the next one. */
function historicState([istatCode = '', name = '', province = '', , from = '', until = '']: readonly string[]) {
  const regionCode = EMILIA_ROMAGNA;
  const validFrom = from <= ARCHIVE_BEGINS ? DAY_ONE : from;
  const validTo = until === NEVER ? null : dayBefore(until);
  return { istatCode, name, province, regionCode, cadastralCode: null, validFrom, validTo };
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
