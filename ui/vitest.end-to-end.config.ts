import { defineConfig } from 'vitest/config';

/** Tests in a browser against the server that was built: `npm run end-to-end`. */
export default defineConfig({
  test: {
    include: ['end-to-end/**/*.test.ts'],
    globalSetup: 'end-to-end/server.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // a machine with much else to do may keep a browser waiting
    retry: 2,
    fileParallelism: false,
  },
});
