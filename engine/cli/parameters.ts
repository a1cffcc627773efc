import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageProblem } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The parameters of a command: options by name, and the words that are none.
 * @throws UsageProblem when an option is unknown or lacks its value
 */
export function readParameters<Known extends Options>(args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const given = args.find((word) => word.startsWith('-')) ?? args.join(' ');
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new UsageProblem(`Opzione ${given} non riconosciuta: si può usare ${known.join(', ')}.`, { cause: error });
  }
}
