/** Every address of the desk, below `/ufficio`. */
export const paths = [
  '/',
  'attivita/:taskId',
  'pratiche',
  'pratiche/:dossierId',
  'valutazioni',
  'accessi',
  'posta',
  '*',
] as const;
