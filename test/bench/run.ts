/**
 * Runs a bench by its name: `npm run bench -- kernel`. Ends with 1 when a bound of the design is not held. Each is
 * loaded when it is asked for: only `typing` needs packages of developers.
 */
import process from 'node:process';

const benches: Readonly<Record<string, (size?: string) => Promise<boolean>>> = {
  kernel: async () => (await import('./kernel.ts')).benchKernel(),
  door: async () => (await import('./door.ts')).benchDoor(),
  http: async () => (await import('./http.ts')).benchHttp(),
  lists: async (size) => (await import('./lists.ts')).benchLists(size),
  overload: async () => (await import('./overload.ts')).benchOverload(),
  forms: async () => (await import('./forms.ts')).benchForms(),
  typing: async () => (await import('./typing.ts')).benchTyping(),
  size: async () => (await import('./size.ts')).benchSize(),
};

const [name = '', size] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`Non esiste la misura «${name}»: ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
} else if (!(await bench(size))) process.exitCode = 1;
