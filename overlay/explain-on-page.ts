import type { Explained } from '../components/explained';
import type { Hit } from '../finder/hits';
import { idsNear } from './page-ids';
import type { PageHandle } from '../finder/page-handle';
import { createCardOverMark } from './card-over-mark';
import { copyText } from './clipboard';
import { createEntries } from './entries';
import { createNotes } from './notes';
import { watchPointer } from './pointer';

/**
 * Explains the codes that the finder of this frame found: notes beside them, and a card over each mark.
 * @param page What the finder left.
 */
export async function explainOnPage(page: PageHandle): Promise<void> {
  const { host, isSignIn, isMicrosoft, hits, stop, send } = page;
  const asked = new Set([...hits].map(({ code }) => code));
  const first = await page.explanation;
  const answered = [...asked].filter((code) => code in first.entries);
  const entries = createEntries(send, first, answered);

  const openLookup = (code: string) => {
    void send('openLookup', { code }).catch(() => {});
  };
  const explain = async (hit: Hit): Promise<Explained> => ({
    code: hit.code,
    entry: await entries.get(hit.code),
    ids: idsNear(hit),
    host,
    isMicrosoft,
    places: first.places,
    supportName: first.settings.supportName,
    supportUrl: first.settings.supportUrl,
    copy: copyText,
    openLookup,
  });

  const card = createCardOverMark(explain, openLookup);
  const notes = createNotes(hits, isSignIn, explain, stop.signal);
  watchPointer(hits, card, stop.signal);
  stop.signal.addEventListener('abort', card.close);

  page.reveal = (code) => {
    const all = [...hits].filter((hit) => !code || hit.code === code);
    const at = card.hit ? all.indexOf(card.hit) : -1;
    const hit = all[(at + 1) % all.length];
    if (!hit) return;
    hit.range.startContainer.parentElement?.scrollIntoView({
      block: 'center',
      behavior: 'instant',
    });
    void card.show(hit, { focus: true });
  };
  page.changed = () => {
    if (card.hit && !hits.has(card.hit)) card.close();
    notes.update();
  };
  page.changed();
}
