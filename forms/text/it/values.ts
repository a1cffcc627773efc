/** Words in which a value is printed. Plain data: the server reads them too. */
export const values = {
  yes: 'Sì',
  no: 'No',
  parcel: { code: 'codice catastale' },
  map: { point: 'Punto', area: 'Area' },
} as const;
