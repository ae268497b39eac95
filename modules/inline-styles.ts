import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineWxtModule } from 'wxt/modules';

const STYLE = /<style>([^]*?)<\/style>/g;

/** The sources by which a content security policy lets the style elements of a page through, and no others. */
function styleSources(html: string): string[] {
  return [...html.matchAll(STYLE)].map(
    ([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`,
  );
}

/**
 * Lets the style elements in our own built pages through the content security policy, each by its hash. A page that has the
 * style of its first frame in itself is drawn without waiting for a file.
 */
export default defineWxtModule({
  name: 'inline-styles',
  setup(wxt) {
    wxt.hook('build:manifestGenerated', (_, manifest) => {
      const policy = manifest.content_security_policy;
      if (wxt.config.command !== 'build' || typeof policy !== 'object' || !policy.extension_pages)
        return;
      const sources = readdirSync(wxt.config.outDir)
        .filter((name) => name.endsWith('.html'))
        .sort()
        .flatMap((name) => styleSources(readFileSync(join(wxt.config.outDir, name), 'utf8')));
      policy.extension_pages = policy.extension_pages.replace(
        "style-src 'self'",
        ["style-src 'self'", ...new Set(sources)].join(' '),
      );
    });
  },
});
