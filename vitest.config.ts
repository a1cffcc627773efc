import { defineConfig } from 'vitest/config';
import { chromiumPath } from './test/support/chromium.ts';

if (chromiumPath === undefined) process.stderr.write('Nessun Chromium trovato: le storie non sono provate.\n');

/**
 * Three projects: everything that runs in Node; the journeys in a real browser, one at a time; and the stories, in a
 * real browser too.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/journey/**'],
          globalSetup: ['test/global-setup.ts'],
          // What files share is loaded once: every test makes its own database, folder and surroundings.
          isolate: false,
          // By itself vitest leaves a core free: on two cores one file would run at a time, and wait for its database.
          maxWorkers: '100%',
          // For what hangs, not for what is slow: two files share two cores with their databases and browsers.
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journey',
          include: ['test/journey/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      ...(chromiumPath === undefined ? [] : ['.storybook/vitest.config.ts']),
    ],
  },
});
