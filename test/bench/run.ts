/** Runs a bench by its name: `npm run bench -- kernel`. Ends with 1 when a bound of the design is not held. */
import { benchForms } from './forms.ts';
import { benchKernel } from './kernel.ts';
import { benchSize } from './size.ts';
import { benchTyping } from './typing.ts';

const benches: Readonly<Record<string, () => Promise<boolean>>> = {
  kernel: benchKernel,
  forms: benchForms,
  typing: benchTyping,
  size: benchSize,
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`Non esiste la misura «${name}»: ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
} else if (!(await bench())) process.exitCode = 1;
