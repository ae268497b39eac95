import { mergeConfig } from 'vitest/config';
import config from './vitest.config';

/** The unit tests of the code that is mutated. The others build the extension, or read the knowledge. */
export default mergeConfig(config, {
  test: {
    include: [],
    exclude: ['tests/unit/{compiler,knowledge,scripts}/**', 'tests/unit/*.test.ts'],
  },
});
