import { browser } from 'wxt/browser';
import { OPTIONAL_PATTERNS } from '../hosts/roles';

const ID = 'optional-sites';

/** Makes the finder run on the optional sites that are allowed now, and on no others. */
export async function updateOptionalSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = OPTIONAL_PATTERNS.filter((pattern) => origins.includes(pattern));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (registered.length) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (!matches.length) return;
  await browser.scripting.registerContentScripts([
    {
      id: ID,
      matches,
      js: ['find.js'],
      css: ['marks.css'],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}
