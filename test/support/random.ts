import fc from 'fast-check';

/** The same values on every run, so that a run tells of the change it tests; `ITER_SEED=7` looks at others. */
fc.configureGlobal({ seed: Number(process.env['ITER_SEED'] ?? 20_260_101) });

/** How many random cases a property is tried on: the usual number, or as many as `ITER_FUZZ` says. */
export const runsOr = (usual: number): number => Number(process.env['ITER_FUZZ'] ?? usual);

export { fc };
