import { demoPeople } from '../../engine/core/demo.ts';

/** The answers of a complete request for documents (procedure 15), as a demo person would give them. */
export function anApplication(username: string, bodyId: string): Readonly<Record<string, unknown>> {
  const person = demoPeople.find((one) => one.username === username);
  if (person === undefined) throw new Error(`There is no demo person ${username}`);
  return {
    tipo: 'documentale',
    ente: bodyId,
    oggetto: 'I verbali della commissione del concorso per istruttori del 2025',
    contieneDatiPersonali: 'no',
    interesse: 'Ho partecipato al concorso e voglio capire il mio punteggio',
    motivazione: 'Valutare un ricorso',
    modalita: 'link',
    nome: person.givenName,
    cognome: person.familyName,
    codiceFiscale: person.fiscalCode,
    email: person.email,
    appliesAs: 'person',
    dichiaraUso: true,
  };
}

/** What an office answers that asks for a correction of one answer of the application. */
export const asksFor = (key: string, rilievo = 'Non è chiaro: precisa meglio') => ({
  daCorreggere: [{ campo: `1.${key}`, rilievo }],
});
