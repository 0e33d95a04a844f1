import { defineConfig } from 'vitest/config';

// A timeline reads the same on every machine.
process.env['TZ'] = 'UTC';

export default defineConfig({
  test: {
    include: ['{apps,packages,test}/**/*.test.{ts,tsx}'],
    isolate: false,
    // Many tests wait for programs that they have started, so one worker a core leaves the cores idle.
    maxWorkers: 3,
    // Its ES modules import folders, which Node.js does not resolve.
    server: { deps: { inline: ['dt-sql-parser', 'antlr4-c3'] } },
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 30_000,
  },
});
