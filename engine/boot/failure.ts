import { ConfigProblem } from '../config.ts';
import { StartError } from '../store/start-error.ts';

/**
 * What to tell whoever started the engine when it cannot start: one Italian sentence that says what to do. Undefined
 * for a defect of ours, which is shown whole.
 */
export function failureSentence(error: unknown, port: number): string | undefined {
  if (error instanceof ConfigProblem) return error.sentences.join('\n');
  if (error instanceof StartError) return error.message;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `La porta ${port} è già occupata da un altro programma: chiudilo, oppure scegli un’altra porta con PORT=${port + 1} npm start.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Non ho il permesso di usare ${placeOf(error, port)}: scegli un altro posto (ITER_HOME per i dati, PORT per la porta) o cambia i permessi.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${placeOf(error, port)} non può essere una cartella, perché è o contiene un file: scegli un altro posto con ITER_HOME.`;
    case 'ENOSPC':
      return `Lo spazio su disco è finito mentre scrivevo ${placeOf(error, port)}: libera spazio e riprova.`;
    default:
      return undefined;
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function placeOf(error: unknown, port: number): string {
  if (typeof error !== 'object' || error === null) return 'un file';
  if ('path' in error && typeof error.path === 'string') return error.path;
  return 'syscall' in error && error.syscall === 'listen' ? `la porta ${port}` : 'un file';
}
