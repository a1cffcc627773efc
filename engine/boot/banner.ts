import { fullName } from '../../forms/schema/full-name.ts';
import { demoPeople } from '../core/demo.ts';

/** What a newcomer has to know once everything runs: addresses, identities, how to stop. */
export function banner(baseUrl: string): string {
  const width = Math.max(...demoPeople.map(({ username }) => username.length));
  const people = demoPeople.map(({ username, givenName, familyName, part }) => {
    return `    ${username.padEnd(width)}  ${fullName({ givenName, familyName })}, ${part}`;
  });
  return [
    '',
    '  Iter è pronto.',
    '',
    `    Portale dei cittadini   ${baseUrl}/`,
    `    Scrivania degli uffici  ${baseUrl}/ufficio`,
    `    Posta trattenuta        ${baseUrl}/ufficio/posta`,
    `    Progettazione           ${baseUrl}/progetta`,
    `    API                     ${baseUrl}/openapi.json`,
    '',
    '  Identità di prova (si scelgono nella pagina di accesso, senza parola d’ordine):',
    '',
    ...people,
    '',
    '  Per fermare: Ctrl-C.',
    '',
  ].join('\n');
}
