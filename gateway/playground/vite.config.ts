import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds what the gateway serves at `/playground`: `npm run build:playground`. */
export default defineConfig({
  root: join(import.meta.dirname, 'page'),
  // The page finds its assets wherever it is mounted.
  base: './',
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, '../../dist/playground'),
    emptyOutDir: true,
    target: 'es2022',
    // Monaco is what it is, and comes once: assets are cached for good.
    chunkSizeWarningLimit: 5_000,
    reportCompressedSize: false,
    rolldownOptions: {
      onLog(level, log, report) {
        // GraphiQL's modules tell the React compiler to leave them alone; it does not run here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
