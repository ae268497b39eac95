import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Tests of code that knows no DOM and no browser: they leave nothing behind, so that the files of a worker share what
 * they load, the compiled knowledge above all. The others get a world of their own for each file.
 */
const PURE = [
  'tests/unit/{compiler,detection,diagnosis,facts,hosts,knowledge,log,lookup,report,scripts}/**/*.test.ts',
];

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: PURE,
          setupFiles: ['tests/unit/happy-dom.ts'],
        },
      },
    ],
    restoreMocks: true,
    // By default it leaves one core idle, which is half of two.
    maxWorkers: '100%',
    // The grammar of KQL and the index of words take seconds, and browser tests run beside these.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
