import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const FOLDER = join(import.meta.dirname, '../../dist/playground');
/** 11 takes half a minute for a few per cent. */
const BROTLI_QUALITY = 9;
const compress = promisify(brotliCompress);

/** Writes a compressed copy beside each asset, which the gateway sends as it is. */
function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    async closeBundle() {
      const assets = join(FOLDER, 'assets');
      const names = (await readdir(assets)).filter(name => /\.(js|css|svg|ttf)$/.test(name));
      const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
      await Promise.all(
        names.map(async name => {
          const file = join(assets, name);
          await writeFile(`${file}.br`, await compress(await readFile(file), { params }));
        }),
      );
    },
  };
}

/** Builds what the gateway serves at `/playground`: `npm run build:playground`. */
export default defineConfig({
  root: join(import.meta.dirname, 'page'),
  // One page serves all contracts, `/playground/…/`.
  base: '/playground/',
  plugins: [react(), compressAssets()],
  build: {
    outDir: FOLDER,
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
