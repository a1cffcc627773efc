import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** One build of all pages, served by the engine from `dist/web`: the portal, the desk, the designer and its preview. */
export default defineConfig({
  plugins: [react()],
  base: '/',
  publicDir: false,
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        citizen: 'forms/citizen/index.html',
        clerk: 'forms/clerk/index.html',
        designer: 'designer/index.html',
        preview: 'designer/preview/index.html',
      },
    },
  },
});
