import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'UTC';

export default defineConfig({
  test: {
    include: ['test/trino/**/*.trino.ts'],
    isolate: false,
    maxConcurrency: 3,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
