import { failureSentence } from '../boot/failure.ts';
import { UsageProblem, type CliCommand, type CommandScene } from './command.ts';
import { commands } from './commands.ts';

/** Exit code of a command line that is not understood, as shells have it. */
const MISUSE = 2;

/**
 * Performs the command that the words name and gives the exit code: its own, 1 when it cannot be done here, 2 when the
 * words are not understood. A defect of ours is thrown.
 */
export async function performCommandLine(words: readonly string[], scene: CommandScene): Promise<number> {
  const command = commands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  if (!command) return explain(words, scene);
  try {
    return await command.perform(words.slice(command.name.split(' ').length), scene);
  } catch (error) {
    if (error instanceof UsageProblem) {
      scene.complain(`${error.message}\nUso: ${usageOf(command)}`);
      return MISUSE;
    }
    const sentence = failureSentence(error, 0);
    if (sentence === undefined) throw error;
    scene.complain(sentence);
    return 1;
  }
}

function explain(words: readonly string[], { print, complain }: CommandScene): number {
  const help = ['Comandi:', ...commands.map((command) => `  ${usageOf(command)}\n      ${command.summary}`)].join('\n');
  if (words.length === 1 && (words[0] === 'help' || words[0] === '--help')) {
    print(help);
    return 0;
  }
  complain(words.length === 0 ? help : `Comando sconosciuto: ${words.join(' ')}.\n\n${help}`);
  return MISUSE;
}

function usageOf({ name, parameters }: CliCommand): string {
  return `npm run iter -- ${name} ${parameters}`.trim();
}
