import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/unit/happy-dom.ts'],
    restoreMocks: true,
    // By default it leaves one core idle, which is half of two.
    maxWorkers: '100%',
    // The grammar of KQL takes seconds to load on a busy machine.
    testTimeout: 30_000,
  },
});
