import config from './vitest.config';

/** The unit tests of the code that is mutated. The others build the extension, or read the knowledge. */
export default {
  ...config,
  test: {
    ...config.test,
    projects: undefined,
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    exclude: ['tests/unit/{compiler,knowledge,scripts}/**', 'tests/unit/*.test.ts'],
    setupFiles: ['tests/unit/happy-dom.ts'],
  },
};
