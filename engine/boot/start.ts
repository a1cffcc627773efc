import type { Config } from '../config.ts';
import { systemClock } from '../connect/clock.ts';
import type { Logger } from '../connect/log.ts';
import { listen } from './listen.ts';
import { prepareFolder } from './prepare-folder.ts';
import type { Running } from './running.ts';
import { startDatabase } from './start-database.ts';
import { startEngine } from './start-engine.ts';

/**
 * Starts everything that this process is to run, in the order in which one part needs the other. The port comes first:
 * whoever asks is told that the service is starting, and a port that is taken is found before anything was changed.
 * @returns the public address
 */
export async function start(config: Config, log: Logger, running: Running): Promise<string> {
  const clock = systemClock(config.clockOffsetDays);
  const port = config.role === 'worker' ? undefined : await listen(config.port, config.listen);
  if (config.databaseUrl === undefined) prepareFolder(config.home, 'ITER_HOME');
  prepareFolder(config.filesFolder, 'ITER_FILES');
  const database = await startDatabase({ config, log, running, clock });
  // Noted after the database, so that it is closed before: requests in hand still need it.
  if (port !== undefined) await running.add('port', () => port.close(config.limits.stopMs));
  // For port 0, which is a free one, the address is known only now.
  const baseUrl = config.port === 0 && port !== undefined ? `http://localhost:${port.port}` : config.baseUrl;
  await startEngine({ config, log, running, clock }, { ...database, baseUrl, port });
  return baseUrl;
}
