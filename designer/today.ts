/** The day in Europe/Rome by the clock of this machine, `YYYY-MM-DD`. */
export const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });
