import type { Administration, RegisterRow } from '../../contract/administration.ts';
import { registerViews } from './registers.ts';

/** What an administrator of the stories looks after. */
export const storyKnown: Administration = {
  isLeader: true,
  bodies: [{ ipaCode: 'r_emiro', name: 'Regione Emilia-Romagna' }],
  procedures: [
    {
      procedureId: 'accesso-agli-atti',
      title: 'Accesso agli atti e accesso civico',
      ofBodies: {
        parameters: { rispostaGiorni: { label: 'Giorni entro cui l’ente risponde', must: false } },
        texts: { hours: { must: false } },
      },
      roles: [
        { code: 'front-desk', label: 'Sportello che riceve' },
        { code: 'transparency-officer', label: 'Responsabile della trasparenza' },
      ],
    },
  ],
};

const view = (name: (typeof registerViews)[number]['name']) => {
  const found = registerViews.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no list ${name}`);
  return found;
};

/** The lists of the stories. */
export const storyViews = { people: view('people'), assign: view('assign'), bodies: view('bodies') };

/** Rows of people: one that holds, one that has ended, one of a body that is not the reader's. */
export const storyPeople: readonly RegisterRow[] = [
  {
    cells: {
      codice_fiscale: 'CNTPLA76H55A944N',
      nome: 'Paola',
      cognome: 'Conti',
      email: 'paola.conti@example.org',
      ente: 'r_emiro',
      ufficio: 'urp',
      ruolo: 'operatore',
      dal: '2026-01-01',
      al: '',
    },
    names: { ente: 'Regione Emilia-Romagna', ufficio: 'Ufficio relazioni con il pubblico' },
    mayChange: true,
  },
  {
    cells: {
      codice_fiscale: 'FBBCRL64T19H294Q',
      nome: 'Carlo',
      cognome: 'Fabbri',
      email: '',
      ente: 'r_emiro',
      ufficio: 'documenti',
      ruolo: 'dirigente',
      dal: '2020-01-01',
      al: '2026-06-30',
    },
    names: { ente: 'Regione Emilia-Romagna', ufficio: 'Ufficio che detiene i documenti' },
    mayChange: true,
  },
  {
    cells: {
      codice_fiscale: 'GRCNNA68P42D548O',
      nome: 'Anna',
      cognome: 'Greco',
      email: '',
      ente: 'r_emiro',
      ufficio: 'rpct',
      ruolo: 'dirigente',
      dal: '2027-01-01',
      al: '',
    },
    names: { ente: 'Regione Emilia-Romagna', ufficio: 'Responsabile della trasparenza' },
    mayChange: false,
  },
];
