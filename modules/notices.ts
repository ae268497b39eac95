import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import license, { type Dependency } from 'rollup-plugin-license';
import { addViteConfig, defineWxtModule } from 'wxt/modules';

const HEAD = `Signpost holds parts of these packages. Their licenses ask for these notices.\n`;

/** The notice of one package: what it is, and the text of its license. */
function noticeOf({ name, version, license: kind, licenseText, author }: Dependency): string {
  const owner = author?.text() ?? '';
  return [
    `${'-'.repeat(80)}\n${name} ${version} (${kind})${owner ? `\n${owner}` : ''}`,
    licenseText ?? `The package ships no license file; it is published under ${kind}.`,
  ].join('\n\n');
}

/**
 * Puts the licenses beside what they cover: our own, that of the knowledge, and the notices of every package whose
 * code stands in a bundle.
 */
export default defineWxtModule({
  name: 'notices',
  setup(wxt) {
    const bundled = new Map<string, Dependency>();
    addViteConfig(wxt, () => ({
      plugins: [
        license({
          thirdParty: {
            output: (dependencies) => {
              for (const one of dependencies) bundled.set(`${one.name}@${one.version}`, one);
            },
          },
        }),
      ],
    }));
    wxt.hook('build:before', () => bundled.clear());
    wxt.hook('build:done', async () => {
      const { root, outDir } = wxt.config;
      const notices = [...bundled]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, one]) => noticeOf(one));
      await writeFile(
        join(outDir, 'THIRD-PARTY-NOTICES.txt'),
        `${[HEAD, ...notices].join('\n\n')}\n`,
      );
      await writeFile(join(outDir, 'LICENSE.txt'), await readFile(join(root, 'LICENSE'), 'utf8'));
      await writeFile(
        join(outDir, 'knowledge', 'LICENSE.txt'),
        await readFile(join(root, 'knowledge', 'LICENSE.md'), 'utf8'),
      );
    });
  },
});
