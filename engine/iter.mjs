/** `npm run iter -- COMMAND …`: the operator's command line. */
import { checkNode, preparePackages } from './prepare.mjs';

checkNode();
preparePackages({ development: false });

const { register } = await import('tsx/esm/api');
register();
await import('./cli.ts');
