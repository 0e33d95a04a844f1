import { defineConfig } from 'vite';

// Everything is bundled, so that a command starts fast; only DuckDB is native and stays a package.
export default defineConfig({
  logLevel: 'warn',
  build: { target: 'node22', sourcemap: true, reportCompressedSize: false },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: ['@duckdb/node-api'] },
});
