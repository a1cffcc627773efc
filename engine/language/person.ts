import type { Party } from '../core/dossier.ts';
import type { Json } from '../kernel/types.ts';

/** A person as forms and expressions name them. */
export type Person = Pick<Party, 'givenName' | 'familyName' | 'fiscalCode' | 'email'>;

/** The person of a `{ nome, cognome, codiceFiscale, email }`, of which the last two may be absent or empty. */
export function personFrom(item: Json): Person | undefined {
  if (item === null || typeof item !== 'object' || !('nome' in item) || !('cognome' in item)) return undefined;
  const { nome, cognome, codiceFiscale, email } = item;
  if (typeof nome !== 'string' || typeof cognome !== 'string') return undefined;
  return {
    givenName: nome,
    familyName: cognome,
    ...(typeof codiceFiscale === 'string' && codiceFiscale !== '' ? { fiscalCode: codiceFiscale.toUpperCase() } : {}),
    ...(typeof email === 'string' && email !== '' ? { email } : {}),
  };
}
