import type { Plugin } from 'vite';
import { defineWxtModule } from 'wxt/modules';

/** What WXT puts around a script without a manifest entry, with the address of the script behind it. */
const WRAPPER = '\0virtual:wxt-unlisted-script-entrypoint?';

const plainStart: Plugin = {
  name: 'plain-start',
  transform(_, id) {
    if (!id.startsWith(WRAPPER)) return undefined;
    const script = JSON.stringify(id.slice(WRAPPER.length));
    return { code: `import script from ${script}; export default script.main();`, map: null };
  },
};

/**
 * Starts the built scripts as they are. WXT catches what they throw, to name the script in its log; as built it has none
 * and throws the same again, in fifty bytes of each script.
 */
export default defineWxtModule({
  name: 'plain-start',
  setup(wxt) {
    if (wxt.config.mode !== 'production') return;
    wxt.hook('vite:build:extendConfig', (_, config) => {
      (config.plugins ??= []).push(plainStart);
    });
  },
});
