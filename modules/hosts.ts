import { join } from 'node:path';
import { addAlias, defineWxtModule } from 'wxt/modules';
import { writeGenerated } from '../compiler/write-generated';
import { EXPRESSIONS } from '../hosts/roles';

/** Gives the finder the table of hosts as two expressions, `#hosts`, since the table itself is too large for it. */
export default defineWxtModule({
  name: 'hosts',
  setup(wxt) {
    const path = join(wxt.config.wxtDir, 'hosts.ts');
    const literal = (source: string) => new RegExp(source).toString();
    const text = `/** Hosts of the sign-in pages, and of all pages that only Microsoft writes. */
export const SIGN_IN_HOST = ${literal(EXPRESSIONS.signIn)};
export const MICROSOFT_HOST = ${literal(EXPRESSIONS.microsoft)};
`;
    addAlias(wxt, '#hosts', path);
    wxt.hook('prepare:types', (_, types) => {
      types.push({ path, text });
    });
    wxt.hook('build:before', () => writeGenerated(path, text));
  },
});
