import { mergeConfig, type Plugin } from 'vite';
import { defineWxtModule } from 'wxt/modules';
import { SHARED_PREACT } from '../overlay/shared-preact';

/** The script that does without a Preact of its own, and where it finds that of the card's script. */
const SCRIPT = 'record';
const HANDLE = 'signpost.preact';

const MODULES = ['preact', 'preact/hooks', 'preact/jsx-runtime'];

/** Fails the build where the script needs what the card's script does not hand over. */
const checkImports: Plugin = {
  name: 'shared-preact',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const missing = Object.values(chunk.importedBindings)
        .flat()
        .filter((name) => !Object.hasOwn(SHARED_PREACT, name));
      if (missing.length)
        this.error(
          `${chunk.fileName} needs ${missing.join(', ')}: add it to overlay/shared-preact.ts.`,
        );
    }
  },
};

/** Takes Preact out of the record's script, which draws into the tree of the card's script. */
export default defineWxtModule({
  name: 'shared-preact',
  setup(wxt) {
    wxt.hook('vite:build:extendConfig', ([entrypoint], config) => {
      if (entrypoint?.name !== SCRIPT) return;
      const globals = Object.fromEntries(MODULES.map((name) => [name, HANDLE]));
      const rollupOptions = { external: MODULES, output: { globals } };
      Object.assign(
        config,
        mergeConfig(config, { plugins: [checkImports], build: { rollupOptions } }),
      );
    });
  },
});
