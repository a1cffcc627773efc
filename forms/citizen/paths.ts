/** Every address of the portal. */
export const paths = [
  '/',
  'servizi/:procedureId',
  'servizi/:procedureId/avvia',
  'servizi/:procedureId/domanda/:draftId',
  'pratiche',
  'pratiche/:dossierId',
  'pratiche/:dossierId/inviata',
  'pratiche/:dossierId/attivita/:taskId',
  'pratiche/:dossierId/atti/:elementId',
  'accessi',
  'indirizzo/:token',
  'giorni',
  'privacy',
  'accessibilita',
  '*',
] as const;
