import { v5 } from 'uuid';
import type { SeedMunicipality } from './municipalities.ts';

/** A public body, as the seed makes it. */
export interface SeedBody {
  readonly bodyId: string;
  readonly name: string;
  readonly kind: 'region' | 'municipality';
  readonly ipaCode: string;
  readonly istatCode: string;
  readonly province: string | null;
}

/** Ids of bodies follow from their IPA codes, so that every installation gives the same. */
const namespace = '0d5a9c52-6d0e-5f0f-9b7a-3c1f5b8e2a41';

/** The id of the body with that code in the index of public administrations. */
export function bodyIdOf(ipaCode: string): string {
  return v5(ipaCode, namespace);
}

/** The offices that every body has until it names its own. */
export const standardOffices: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'urp', name: 'Ufficio relazioni con il pubblico' },
  { code: 'documenti', name: 'Ufficio che detiene i documenti' },
  { code: 'rpct', name: 'Responsabile della prevenzione della corruzione e della trasparenza' },
];

const EMILIA_ROMAGNA = '08';

/** The Region and its municipalities that exist. */
export function bodiesOf(municipalities: readonly SeedMunicipality[]): readonly SeedBody[] {
  const region: SeedBody = {
    bodyId: bodyIdOf('r_emiro'),
    name: 'Regione Emilia-Romagna',
    kind: 'region',
    ipaCode: 'r_emiro',
    istatCode: EMILIA_ROMAGNA,
    province: null,
  };
  const own = municipalities.filter(({ regionCode, validTo }) => regionCode === EMILIA_ROMAGNA && validTo === null);
  return [region, ...own.flatMap(municipalBody)];
}

function municipalBody({ istatCode, name, province, cadastralCode }: SeedMunicipality): readonly SeedBody[] {
  if (cadastralCode === null) return [];
  const ipaCode = `c_${cadastralCode.toLowerCase()}`;
  return [{ bodyId: bodyIdOf(ipaCode), name: `Comune di ${name}`, kind: 'municipality', ipaCode, istatCode, province }];
}
