import { browser } from 'wxt/browser';
import { OPTIONAL_PATTERNS } from '../hosts/roles';

const ID = 'optional-sites';

async function update(): Promise<void> {
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
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}

/** The update that runs now, or ran last. */
let last: Promise<void> = Promise.resolve();

/**
 * Makes the finder run on the optional sites that are allowed now, and on no others. The browser tells of several
 * permissions at once: one update after the other, each of which reads what is allowed then.
 */
export function updateOptionalSites(): Promise<void> {
  last = last.catch(() => {}).then(update);
  return last;
}
