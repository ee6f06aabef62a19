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
        },
      },
      {
        test: {
          name: 'site',
          include: ['src/site.test/**/*.test.ts'],
          globalSetup: ['src/site.test/setup.ts'],
          // Sites built outside the project share a folder of Astro's: two at once would take each other's pages.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
