/**
 * The provinces, metropolitan cities and free consortia of Italy by their two letters; the vocabulary `provinces` of
 * schema.gov.it (ISTAT, 2024), Italian names only.
 */
export const provinces: Readonly<Record<string, string>> = {
  AG: 'Agrigento',
  AL: 'Alessandria',
  AN: 'Ancona',
  AO: "Valle d'Aosta",
  AP: 'Ascoli Piceno',
  AQ: "L'Aquila",
  AR: 'Arezzo',
  AT: 'Asti',
  AV: 'Avellino',
  BA: 'Bari',
  BG: 'Bergamo',
  BI: 'Biella',
  BL: 'Belluno',
  BN: 'Benevento',
  BO: 'Bologna',
  BR: 'Brindisi',
  BS: 'Brescia',
  BT: 'Barletta-Andria-Trani',
  BZ: 'Bolzano',
  CA: 'Cagliari',
  CB: 'Campobasso',
  CE: 'Caserta',
  CH: 'Chieti',
  CL: 'Caltanissetta',
  CN: 'Cuneo',
  CO: 'Como',
  CR: 'Cremona',
  CS: 'Cosenza',
  CT: 'Catania',
  CZ: 'Catanzaro',
  EN: 'Enna',
  FC: 'Forlì-Cesena',
  FE: 'Ferrara',
  FG: 'Foggia',
  FI: 'Firenze',
  FM: 'Fermo',
  FR: 'Frosinone',
  GE: 'Genova',
  GO: 'Gorizia',
  GR: 'Grosseto',
  IM: 'Imperia',
  IS: 'Isernia',
  KR: 'Crotone',
  LC: 'Lecco',
  LE: 'Lecce',
  LI: 'Livorno',
  LO: 'Lodi',
  LT: 'Latina',
  LU: 'Lucca',
  MB: 'Monza e della Brianza',
  MC: 'Macerata',
  ME: 'Messina',
  MI: 'Milano',
  MN: 'Mantova',
  MO: 'Modena',
  MS: 'Massa-Carrara',
  MT: 'Matera',
  NA: 'Napoli',
  NO: 'Novara',
  NU: 'Nuoro',
  OR: 'Oristano',
  PA: 'Palermo',
  PC: 'Piacenza',
  PD: 'Padova',
  PE: 'Pescara',
  PG: 'Perugia',
  PI: 'Pisa',
  PN: 'Pordenone',
  PO: 'Prato',
  PR: 'Parma',
  PT: 'Pistoia',
  PU: 'Pesaro e Urbino',
  PV: 'Pavia',
  PZ: 'Potenza',
  RA: 'Ravenna',
  RC: 'Reggio di Calabria',
  RE: "Reggio nell'Emilia",
  RG: 'Ragusa',
  RI: 'Rieti',
  RM: 'Roma',
  RN: 'Rimini',
  RO: 'Rovigo',
  SA: 'Salerno',
  SI: 'Siena',
  SO: 'Sondrio',
  SP: 'La Spezia',
  SR: 'Siracusa',
  SS: 'Sassari',
  SU: 'Sud Sardegna',
  SV: 'Savona',
  TA: 'Taranto',
  TE: 'Teramo',
  TN: 'Trento',
  TO: 'Torino',
  TP: 'Trapani',
  TR: 'Terni',
  TS: 'Trieste',
  TV: 'Treviso',
  UD: 'Udine',
  VA: 'Varese',
  VB: 'Verbano-Cusio-Ossola',
  VC: 'Vercelli',
  VE: 'Venezia',
  VI: 'Vicenza',
  VR: 'Verona',
  VT: 'Viterbo',
  VV: 'Vibo Valentia',
};

/**
 * Other names by which provinces are known: short ones, those in another language, the letters of before 1999, and the
 * cities that give their names together.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  AO: ['Aosta', "Vallée d'Aoste"],
  AQ: ['Aquila'],
  BT: ['BAT', 'Barletta', 'Andria', 'Trani'],
  BZ: ['Bozen', 'Bolzano/Bozen', 'Bolzano-Alto Adige', 'Alto Adige', 'Südtirol'],
  FC: ['FO', 'Forlì', 'Cesena', 'Forlì e Cesena'],
  MB: ['Monza', 'Monza Brianza', 'Monza e Brianza', 'Brianza'],
  MS: ['Massa', 'Carrara', 'Massa e Carrara'],
  PU: ['PS', 'Pesaro', 'Urbino', 'Pesaro Urbino'],
  RC: ['Reggio Calabria'],
  RE: ['Reggio Emilia'],
  SP: ['Spezia'],
  VB: ['VCO', 'Verbania', 'Verbano Cusio Ossola'],
};

/** What stands before the name of a province. */
const BEFORE = /^(?:LIBEROCONSORZIO(?:COMUNALE)?|CITTAMETROPOLITANA|PROVINCIA(?:AUTONOMA)?|PROV)(?:DI|DELLA|DELL|DEL)?/;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();

const lettersByName: ReadonlyMap<string, string> = new Map(
  Object.entries(provinces).flatMap(([letters, name]) =>
    [letters, name, ...(OTHER_NAMES[letters] ?? [])].map((each) => [plain(each), letters] as const),
  ),
);

/**
 * The two letters of a province that was written as its letters or by one of its names; undefined when there is none.
 */
export function provinceOf(written: string): string | undefined {
  const asked = plain(written);
  return lettersByName.get(asked) ?? lettersByName.get(asked.replace(BEFORE, ''));
}
