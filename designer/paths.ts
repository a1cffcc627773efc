/** Every address of the designer, below `/progetta`. */
export const paths = [
  'comincia',
  'procedimenti/:packageId',
  'procedimenti/:packageId/file/:path',
  'moduli/*',
  '*',
] as const;
