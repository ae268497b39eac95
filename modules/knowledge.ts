import { join } from 'node:path';
import { defineWxtModule, addAlias } from 'wxt/modules';
import { compileKnowledge } from '../compiler/compile-knowledge';
import { packKnowledge, reviewGuidesJson, reviewJson } from '../compiler/pack-knowledge';
import { formatProblem } from '../compiler/problem';
import { writeGenerated } from '../compiler/write-generated';

/**
 * Compiles the knowledge in dev, build and test: packages cards, search index and places as public files, and gives
 * the list of known HRESULTs to the scripts as `#knowledge/known-hresults`.
 */
export default defineWxtModule({
  name: 'knowledge',
  setup(wxt) {
    const knownHresults = join(wxt.config.wxtDir, 'knowledge', 'known-hresults.ts');
    addAlias(wxt, '#knowledge/known-hresults', knownHresults);

    const compile = async () => {
      const knowledge = await compileKnowledge(wxt.config.root);
      const { entries, problems } = knowledge;
      const guides = knowledge.guides.map(({ guide }) => guide);
      return { entries, guides, problems, packed: packKnowledge({ ...knowledge, guides }) };
    };
    let compiled: ReturnType<typeof compile> | undefined;
    const once = () => (compiled ??= compile());

    wxt.hook('prepare:types', async (_, types) => {
      const { packed } = await once();
      types.push({ path: knownHresults, text: packed.knownHresults });
    });
    wxt.hook('build:before', async () => {
      compiled = undefined;
      const { packed, problems } = await once();
      const report = problems.map(formatProblem).join('\n');
      const isTolerant = wxt.config.command === 'serve' || process.env.SIGNPOST_DRAFT;
      if (problems.length && !isTolerant) {
        throw new Error(
          `The knowledge has ${problems.length} problems. Fix them, or set SIGNPOST_DRAFT=1 to build while writing.\n${report}`,
        );
      }
      if (problems.length)
        wxt.logger.warn(`The knowledge has ${problems.length} problems.\n${report}`);
      await writeGenerated(knownHresults, packed.knownHresults);
    });
    wxt.hook('build:publicAssets', async (_, assets) => {
      const { packed, entries, guides } = await once();
      for (const [relativeDest, contents] of Object.entries(packed.files)) {
        assets.push({ relativeDest, contents });
      }
      const review = join(wxt.config.outBaseDir, 'knowledge');
      await writeGenerated(join(review, 'entries.json'), reviewJson(entries));
      await writeGenerated(join(review, 'guides.json'), reviewGuidesJson(guides));
    });
  },
});
