import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `vite` (development only) finds the API; built pages are served by the API itself. */
const api = process.env['DIAPASON_API'] ?? 'http://127.0.0.1:4646';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    // The API may forbid inline content: nothing is inlined, fonts and images included.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': api } },
});
