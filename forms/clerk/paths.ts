/** Every address of the desk, below `/ufficio`. */
export const paths = [
  '/',
  'attivita/:taskId',
  'pratiche',
  'pratiche/:dossierId',
  'valutazioni',
  'amministrazione',
  'amministrazione/:register',
  'amministrazione/:register/riga',
  'amministrazione/:register/importa',
  'accessi',
  'posta',
  '*',
] as const;
