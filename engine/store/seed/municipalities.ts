import { readFile } from 'node:fs/promises';

/** A municipality of Italy. */
export interface SeedMunicipality {
  /** Six digits. */
  readonly istatCode: string;
  readonly name: string;
  /** Two letters of the plate, e.g. `BO`. */
  readonly province: string;
  /** Two digits; Emilia-Romagna is `08`. */
  readonly regionCode: string;
  /** Letter and three digits; null for the few that the list does not have. */
  readonly cadastralCode: string | null;
}

/** The text of the list, whose hash says whether it has changed. */
export function readMunicipalityList(): Promise<string> {
  return readFile(new URL('municipalities.csv', import.meta.url), 'utf8');
}

/** The rows of the list. Its fields hold no commas or quotes. */
export function parseMunicipalities(csv: string): readonly SeedMunicipality[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines.map((line) => {
    const [istatCode = '', name = '', province = '', , regionCode = '', cadastralCode = ''] = line.split(',');
    return { istatCode, name, province, regionCode, cadastralCode: cadastralCode === '' ? null : cadastralCode };
  });
}
