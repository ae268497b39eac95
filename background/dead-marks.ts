import type { Browser } from 'wxt/browser';
import { highlightNames, MARK_PRIORITY } from '../messaging/highlights';
import { inject } from '../messaging/inject';

/** Every name that a highlight of ours may have. */
const NAMES = ([undefined, 'expected', 'look', 'act'] as const).flatMap(highlightNames);

/**
 * Takes away the marks of a run of the extension that is gone. Firefox ends its scripts with an update and leaves their
 * highlights on the page, where they would hold the names that the new ones need.
 * @param target A frame in which no run has marks yet.
 */
export async function removeDeadMarks(target: Browser.scripting.InjectionTarget): Promise<void> {
  await inject({
    target,
    // By their names: scripts of an extension cannot walk over a registry of the page in Firefox.
    func: (names: string[], priority: number) => {
      for (const name of names)
        // Absent before Firefox 140.
        if (CSS.highlights?.get(name)?.priority === priority) CSS.highlights.delete(name);
    },
    args: [NAMES, MARK_PRIORITY],
  });
}
