import type { Plugin } from 'vite';
import { defineWxtModule } from 'wxt/modules';

/** What WXT puts around a script without a manifest entry, with the address of the script behind it. */
const WRAPPER = '\0virtual:wxt-unlisted-script-entrypoint?';

/** What makes an object of the function that each of our scripts is. */
const DEFINITION = 'wxt/utils/define-unlisted-script';

/** A script as WXT builds it: its value gets a name, which is said once more at the end. */
const NAMED = /^var (?<name>\w+)=(.*);\s*\k<name>;\s*$/s;

const plainStart: Plugin = {
  name: 'plain-start',
  enforce: 'pre',
  resolveId: (id) => (id === DEFINITION ? `\0${DEFINITION}` : undefined),
  load: (id) =>
    id === `\0${DEFINITION}` ? 'export const defineUnlistedScript = (main) => main;' : undefined,
  transform(_, id) {
    if (!id.startsWith(WRAPPER)) return undefined;
    const script = JSON.stringify(id.slice(WRAPPER.length));
    return { code: `import start from ${script}; export default start();`, map: null };
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.code = chunk.code.replace(NAMED, '($2)');
    },
  },
};

/**
 * Starts the built scripts as they are. WXT catches what they throw, to name the script in its log; as built it has none
 * and throws the same again, in fifty bytes of each script. What a script answers with is the value of its one expression,
 * and needs no name.
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
