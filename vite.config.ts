import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Two pages, one build: the citizens' portal and the offices' desk, served by the engine from `dist/web`. */
export default defineConfig({
  plugins: [react()],
  root: 'forms',
  base: '/',
  publicDir: false,
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rollupOptions: { input: { citizen: 'forms/citizen/index.html', clerk: 'forms/clerk/index.html' } },
  },
});
