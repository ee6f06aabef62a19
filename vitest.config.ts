import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unités',
          include: ['src/**/*.test.ts'],
          exclude: ['src/site.test/**'],
          setupFiles: ['src/site.test/seed.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['src/site.test/**/*.test.ts'],
          globalSetup: ['src/site.test/setup.ts'],
          // Each builds sites and drives a browser with all cores: two files at once would only make both late.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
