import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'UTC';

// Needs Python and a package of PyPI, so it is not part of "npm test".
export default defineConfig({
  test: {
    include: ['test/moto/**/*.moto.ts'],
    globalSetup: ['test/moto/serve-moto.ts'],
    // One server holds the state of all of them.
    fileParallelism: false,
    unstubEnvs: true,
    testTimeout: 30_000,
  },
});
