import type { StorybookConfig } from '@storybook/react-vite';

/** The storybook: every field in every state and every part of the kit; `npm run story` opens it. */
const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['./*.mdx', '../{forms,designer}/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: {
    // Nothing is reported to anybody, and nothing is asked of the network.
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    enableCrashReports: false,
  },
  // The configuration of the apps names their pages; of it a story needs nothing.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, chunkSizeWarningLimit: 2000 } }),
};

export default config;
