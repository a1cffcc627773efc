import type { Role } from './actor.ts';

/** An invented person of the local identity provider. Never present in production. */
export interface DemoPerson {
  /** The name by which scenarios and the sign-in page call them; also the subject of their identity. */
  readonly username: string;
  readonly givenName: string;
  readonly familyName: string;
  /** As whom, in words. */
  readonly part: string;
  /** Absent for whom Italy has given none, such as people who come through the eIDAS node. */
  readonly fiscalCode?: string;
  /** `YYYY-MM-DD`. */
  readonly birthOn: string;
  readonly gender: 'female' | 'male';
  /** Cadastral code of the municipality or the State of birth. */
  readonly birthPlace: string;
  readonly email: string;
  readonly audience: 'citizen' | 'office';
  /** Roles, in each of `demoBodies`. */
  readonly offices: readonly { readonly officeCode: string; readonly role: Role }[];
}

/** IPA codes of the bodies where the demo people of the offices work. */
export const demoBodies: readonly string[] = ['r_emiro', 'c_a944'];

/** The demo identities, citizens first. All data are invented; the fiscal codes are well-formed. */
export const demoPeople: readonly DemoPerson[] = [
  {
    username: 'giulia',
    givenName: 'Giulia',
    familyName: 'Bianchi',
    part: 'cittadina',
    fiscalCode: 'BNCGLI85D50A944D',
    birthOn: '1985-04-10',
    gender: 'female',
    birthPlace: 'A944',
    email: 'giulia.bianchi@example.org',
    audience: 'citizen',
    offices: [],
  },
  {
    username: 'marco',
    givenName: 'Marco',
    familyName: 'Verdi',
    part: 'cittadino, controinteressato nelle prove',
    fiscalCode: 'VRDMRC79S23F257F',
    birthOn: '1979-11-23',
    gender: 'male',
    birthPlace: 'F257',
    email: 'marco.verdi@example.org',
    audience: 'citizen',
    offices: [],
  },
  {
    username: 'luca',
    givenName: 'Luca',
    familyName: 'Neri',
    part: 'cittadino',
    fiscalCode: 'NRELCU92A31H199Q',
    birthOn: '1992-01-31',
    gender: 'male',
    birthPlace: 'H199',
    email: 'luca.neri@example.org',
    audience: 'citizen',
    offices: [],
  },
  {
    username: 'aino',
    givenName: '',
    familyName: 'Aino',
    part: 'cittadina di un altro Stato dell’Unione (eIDAS), con un nome solo e senza codice fiscale italiano',
    birthOn: '1990-05-17',
    gender: 'female',
    birthPlace: 'Z109',
    email: 'aino@example.org',
    audience: 'citizen',
    offices: [],
  },
  {
    username: 'operatore',
    givenName: 'Paola',
    familyName: 'Conti',
    part: 'operatrice e responsabile del procedimento, URP e ufficio che detiene i documenti',
    fiscalCode: 'CNTPLA76H55A944N',
    birthOn: '1976-06-15',
    gender: 'female',
    birthPlace: 'A944',
    email: 'paola.conti@example.org',
    audience: 'office',
    offices: [
      { officeCode: 'urp', role: 'clerk' },
      { officeCode: 'urp', role: 'officer' },
      { officeCode: 'documenti', role: 'clerk' },
      { officeCode: 'documenti', role: 'officer' },
    ],
  },
  {
    username: 'rpct',
    givenName: 'Anna',
    familyName: 'Greco',
    part: 'responsabile della prevenzione della corruzione e della trasparenza: decide i riesami',
    fiscalCode: 'GRCNNA68P42D548O',
    birthOn: '1968-09-02',
    gender: 'female',
    birthPlace: 'D548',
    email: 'anna.greco@example.org',
    audience: 'office',
    offices: [{ officeCode: 'rpct', role: 'manager' }],
  },
  {
    username: 'dirigente',
    givenName: 'Carlo',
    familyName: 'Fabbri',
    part: 'dirigente dell’ufficio che detiene i documenti',
    fiscalCode: 'FBBCRL64T19H294Q',
    birthOn: '1964-12-19',
    gender: 'male',
    birthPlace: 'H294',
    email: 'carlo.fabbri@example.org',
    audience: 'office',
    offices: [{ officeCode: 'documenti', role: 'manager' }],
  },
  {
    username: 'auditor',
    givenName: 'Sara',
    familyName: 'Leoni',
    part: 'auditor: legge le pratiche e ne verifica il registro',
    fiscalCode: 'LNESRA88C67H223Y',
    birthOn: '1988-03-27',
    gender: 'female',
    birthPlace: 'H223',
    email: 'sara.leoni@example.org',
    audience: 'office',
    offices: [{ officeCode: 'urp', role: 'auditor' }],
  },
  {
    username: 'analista',
    givenName: 'Elena',
    familyName: 'Ricci',
    part: 'analista: disegna procedimenti e moduli',
    fiscalCode: 'RCCLNE83M52D548J',
    birthOn: '1983-08-12',
    gender: 'female',
    birthPlace: 'D548',
    email: 'elena.ricci@example.org',
    audience: 'office',
    offices: [{ officeCode: 'urp', role: 'analyst' }],
  },
  {
    username: 'amministratore',
    givenName: 'Franco',
    familyName: 'Galli',
    part: 'amministratore: enti, uffici, persone e ruoli; non legge pratiche',
    fiscalCode: 'GLLFNC71R08A944G',
    birthOn: '1971-10-08',
    gender: 'male',
    birthPlace: 'A944',
    email: 'franco.galli@example.org',
    audience: 'office',
    offices: [{ officeCode: 'urp', role: 'administrator' }],
  },
];
