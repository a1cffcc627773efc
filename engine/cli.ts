import { performCommandLine } from './cli/command-line.ts';

process.exitCode = await performCommandLine(process.argv.slice(2), {
  env: process.env,
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
