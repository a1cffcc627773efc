/** Words in which a value is printed. */
export const values = {
  yes: 'Yes',
  no: 'No',
  parcel: { code: 'land registry code' },
  map: { point: 'Point', area: 'Area' },
} as const;
