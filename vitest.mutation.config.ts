import { join } from 'node:path';
import type { Plugin } from 'vite';
import common from './vitest.config';
import { readPlan } from './tests/mutation/plan';

const { files } = readPlan();

const changes: Plugin = {
  name: 'changes',
  enforce: 'pre',
  load: (id) => files[id],
};

/** The unit tests of the code that is changed. The others build the extension, or read the files of the knowledge. */
export default {
  ...common,
  plugins: [changes, ...common.plugins!],
  test: {
    ...common.test,
    projects: undefined,
    runner: join(
      import.meta.dirname,
      'tests/mutation',
      process.env.MUTATION_ROUND === 'afresh' ? 'fresh-runner.ts' : 'runner.ts',
    ),
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    exclude: ['tests/unit/{compiler,knowledge,scripts}/**', 'tests/unit/*.test.ts'],
    setupFiles: ['tests/unit/happy-dom.ts'],
    alias: [
      {
        find: /^.*\/whole-knowledge$/,
        replacement: join(import.meta.dirname, 'tests/mutation/compiled-knowledge.ts'),
      },
    ],
    maxWorkers: 1,
    testTimeout: 30_000,
    dangerouslyIgnoreUnhandledErrors: true,
  },
};
