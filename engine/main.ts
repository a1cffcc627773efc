import { banner } from './boot/banner.ts';
import { endInOrder } from './boot/endings.ts';
import { failureSentence } from './boot/failure.ts';
import { runningParts, type Running } from './boot/running.ts';
import { complain, say } from './boot/say.ts';
import { start } from './boot/start.ts';
import { readConfig, type Config } from './config.ts';
import { createLog, type Logger } from './connect/log.ts';

/** The process: reads the environment, starts what it asks for, and stops all of it when told to. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, production: config.production });
  const running = runningParts(log, config.limits.stopMs + 5000);
  endInOrder({ running, log, process, ...(config.production ? {} : { onSignal: () => say('\nMi fermo…') }) });
  try {
    await begin(config, log, running);
  } catch (error) {
    await running.stopAll();
    throw error;
  }
}

async function begin(config: Config, log: Logger, running: Running): Promise<void> {
  const startedAt = performance.now();
  const baseUrl = await start(config, log, running);
  if (running.isStopping()) return;
  log.debug({ ms: Math.round(performance.now() - startedAt), role: config.role, baseUrl }, 'ready');
  if (!config.production && config.role !== 'worker') say(banner(baseUrl));
  else log.info({ role: config.role, baseUrl }, 'ready');
}

function fail(error: unknown): void {
  const port = Number(process.env['PORT'] ?? 3000);
  const sentence = failureSentence(error, port);
  complain(
    sentence ??
      `Iter non è partito per un errore imprevisto:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  process.exit(1);
}

main().catch(fail);
