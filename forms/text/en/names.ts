/**
 * English names of what the engine names in Italian, by its code. There is no Italian counterpart here: in Italian the
 * engine's own label is shown, and so is the label of a code that is not listed.
 */
export const names = {
  milestones: {
    ricevuta: 'Received',
    'in-verifica': 'Being checked',
    'attesa-integrazioni': 'Waiting for more information',
    'attesa-altri': 'Waiting for others',
    'in-decisione': 'Being decided',
    conclusa: 'Closed',
  },
  outcomes: {
    irricevibile: 'Not admissible',
    improcedibile: 'Cannot proceed',
    archiviata: 'Filed without a decision',
    ritirata: 'Withdrawn',
    accolta: 'Granted',
    'accolta-parzialmente': 'Granted in part',
    differita: 'Access deferred',
    diniego: 'Refused',
    'diniego-tacito': 'Refused by silence',
  },
} as const;
