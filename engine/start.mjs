/** `npm start`: installs and builds what is missing, then runs the engine in this same process. */
import { checkNode, preparePackages, prepareBuild } from './prepare.mjs';

checkNode();
preparePackages({ development: false });
prepareBuild();

const { register } = await import('tsx/esm/api');
register();
await import('./main.ts');
