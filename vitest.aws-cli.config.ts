import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'UTC';

// Needs the AWS CLI, so it is not part of "npm test".
export default defineConfig({
  test: {
    include: ['test/aws-cli/**/*.aws-cli.ts'],
    testTimeout: 60_000,
  },
});
