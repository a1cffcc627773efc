import { join } from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, chromiumPath } from '../test/support/chromium.ts';

/**
 * The stories as tests: each is opened in Chromium at 320 px, where everything must fit without scrolling sideways
 * (WCAG 2.2, 1.4.10), plays its play function and is judged by axe. Without a Chromium there is nothing to run.
 */
export default defineConfig({
  plugins: [storybookTest({ configDir: import.meta.dirname, initialGlobals: { viewport: { value: 'narrow' } } })],
  // All packages are made ready before the first story: one that is found on the way makes Vite load the page anew,
  // under the stories that are running.
  optimizeDeps: { entries: [join(import.meta.dirname, '../{forms,designer}/**/*.stories.tsx')] },
  test: {
    name: 'stories',
    isolate: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: chromiumPath, args: [...chromiumArguments] } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
