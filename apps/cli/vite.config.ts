import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** The script of the threads that search log files. */
const scanWorker: Plugin = {
  name: 'scan-worker',
  buildStart() {
    const id = fileURLToPath(new URL('../../packages/cloudtrail/src/scan/scan-worker.ts', import.meta.url));
    this.emitFile({ type: 'chunk', id, fileName: 'scan-worker.js' });
  },
};

// Everything is bundled, so that a command starts fast; only DuckDB is native and stays a package.
export default defineConfig({
  logLevel: 'warn',
  build: {
    target: 'node22',
    sourcemap: true,
    reportCompressedSize: false,
    // What starts the script of a thread looks for it beside itself, so all files lie in one folder.
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
  plugins: [scanWorker],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: ['@duckdb/node-api'] },
});
