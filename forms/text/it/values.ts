/** Words in which a value is printed. Plain data: the server reads them too. */
export const values = {
  yes: 'Sì',
  no: 'No',
} as const;
