import type { Explained } from '../components/explained';
import type { Hit } from '../finder/hits';
import type { PageHandle } from '../finder/page-handle';
import { createCardOverMark, type Showing } from './card-over-mark';
import { copyText } from './clipboard';
import { createEntries } from './entries';
import { isExtensionGone, removeLeftovers } from './extension-life';
import { createMarks } from './marks';
import { createMarksAt } from './marks-at';
import { createNotes } from './notes';
import { createPointerToDetails } from './pointer-to-details';
import { watchPointer } from './pointer';
import { createRecords } from './records';
import { createReveal } from './reveal';

/**
 * Explains the codes that the finder of this frame found: notes beside them, and a card over each mark.
 * @param page What the finder left.
 */
export async function explainOnPage(page: PageHandle): Promise<void> {
  const { isSignIn, isMicrosoft, hits, stop, send } = page;
  removeLeftovers();
  const first = await page.explanation;
  if (stop.signal.aborted) return;
  const entries = createEntries(page, first.entries);

  const marker = createMarks(first.weights, stop.signal);
  page.marker = marker;
  // As many as there may be take about as long as the notes beside them, which are drawn in a turn of their own.
  for (const hit of hits) marker.add(hit);

  const tell = (what: 'openLookup' | 'looked', code: string) => {
    // The background is gone only after an update, and then no button of ours is obeyed.
    send(what, { code }).catch(() => {});
  };
  const openLookup = (code: string) => tell('openLookup', code);
  const records = createRecords(page);
  const explain = async (hit: Hit): Promise<Explained> => {
    const entry = await entries.get(hit.code);
    return {
      code: hit.code,
      entry,
      ids: {},
      readRecord: () => records.read(hit),
      ticket: () => records.ticket(hit, entry),
      isMicrosoft,
      places: first.places,
      supportName: first.settings.supportName,
      supportUrl: first.settings.supportUrl,
      copy: copyText,
      openLookup,
    };
  };

  const card = createCardOverMark(explain, records, openLookup, isSignIn);
  const notes = createNotes(
    hits,
    isSignIn,
    explain,
    records,
    (hit) => {
      tell('looked', hit.code);
      if (card.hit?.code === hit.code) card.close();
    },
    stop.signal,
  );
  const details = createPointerToDetails(isSignIn, stop.signal);
  const marksAt = createMarksAt(page.hitsAt);

  /** Shows the explanation of a hit where it stands already, else in a card. */
  const show = (hit: Hit, how: Showing) => {
    if (isExtensionGone()) return stop.abort();
    const isAsked = how.focus || how.pin;
    // A pointer that only passes by neither moves the page nor covers what the note says.
    if (!isAsked && notes.covers(hit)) return;
    tell('looked', hit.code);
    if (isAsked && notes.lead(hit, { focus: !!how.focus })) return;
    card.show(hit, how).catch(() => {});
  };
  let listening = new AbortController();
  const listen = () => {
    listening.abort();
    listening = new AbortController();
    watchPointer(marksAt, card, show, AbortSignal.any([stop.signal, listening.signal]));
  };
  listen();
  stop.signal.addEventListener('abort', card.close);

  const reveal = createReveal(hits, (hit) => show(hit, { focus: true }));
  page.reveal = (code, at) => {
    // In a frame where every place of it is hidden, the full entry explains it.
    if (!reveal.code(code, at)) openLookup(code);
  };
  page.revealed = () => reveal.last;
  page.revealFirst = (some) => {
    const isShown = reveal.first(some);
    // Another frame goes on.
    if (!isShown) card.close();
    return isShown;
  };
  page.changed = () => {
    if (isExtensionGone()) return stop.abort();
    if (card.hit && !hits.has(card.hit)) card.close();
    details.update(hits.size > 0);
    notes.update();
  };
  page.reopened = () => {
    card.close();
    listen();
  };
  page.changed();
}
