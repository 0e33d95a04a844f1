import { defineConfig } from 'vitest/config';

// A timeline reads the same on every machine.
process.env['TZ'] = 'UTC';

export default defineConfig({
  test: {
    include: ['{apps,packages,test}/**/*.test.{ts,tsx}'],
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 30_000,
  },
});
