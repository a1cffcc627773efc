/** Prints one line for whoever started the engine; the log is for those who run it. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Prints why the engine cannot go on. */
export function complain(sentence: string): void {
  process.stderr.write(`\n${sentence}\n`);
}
