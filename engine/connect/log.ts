import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * What never enters a log line, wherever it stands: cookies, tokens, codes of the sign-in. Personal data are kept out
 * by not being logged at all.
 */
const redacted = ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.clientSecret', '*.codeVerifier'];

/** Gives the log of the process: JSON lines with UTC instants in production, one readable line each elsewhere. */
export function createLog(settings: { readonly level: string; readonly production: boolean }): Logger {
  const options = {
    level: settings.level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redacted, remove: true },
  };
  if (settings.production) return pino(options);
  const { formatters: _numbersOnly, ...readable } = options;
  return pino({
    ...readable,
    transport: {
      target: 'pino-pretty',
      options: { colorize: process.stdout.isTTY === true, translateTime: 'SYS:HH:MM:ss', singleLine: true },
    },
  });
}
