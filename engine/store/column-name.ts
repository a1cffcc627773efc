/** The name of a column in the database: `readableBy` is `readable_by`. */
export const columnName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
