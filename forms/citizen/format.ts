const time = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' });

/** An instant (ISO 8601) as `10:42`, in Rome. */
export const formatTime = (instant: string): string => time.format(new Date(instant));
