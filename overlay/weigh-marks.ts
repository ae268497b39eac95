import type { Code } from '../detection/code';
import type { Hit } from '../finder/hits';
import type { Steps } from '../finder/page-codes';
import type { PageHandle } from '../finder/page-handle';
import { inSlices } from '../finder/slices';
import { MOST_WEIGHED, type Weight } from '../messaging/protocol';
import { createPaneStatus } from './pane-status';
import { createRowStatus } from './row-status';
import { watchRows } from './row-watch';

/** How long changes are gathered before the background is told of them, in milliseconds. */
const PAUSE = 250;

/** The handle of the frame, with the sign that its marks are weighed. */
interface WeighedPage extends PageHandle {
  isWeighed?: boolean;
}

/**
 * Keeps the weight of each mark true: that of its code, those asked for later included, but where its row or its
 * pane is of a sign-in that succeeded or was interrupted, that of an expected one. Tells the background when other codes of this
 * frame need a look than before.
 * @param page The handle of a frame in which the card's script runs.
 */
export async function weighMarks(page: WeighedPage): Promise<void> {
  if (page.isWeighed) return;
  page.isWeighed = true;
  const { isSignIn, hits, stop, explanation } = page;
  const known = (await explanation).weights;
  const weights = new Map<Code, Weight>(Object.entries(known));
  // The card's script waits for the same promise, and did so first.
  const { marker } = page;
  if (!marker || stop.signal.aborted) return;

  const status = createRowStatus();
  const paneStatus = isSignIn ? () => undefined : createPaneStatus();
  /** How often each code that needs a look stands here. */
  const needed = new Map<Code, number>();
  const asked = new Set(weights.keys());
  const wanted = new Set<Code>();
  const taken = new WeakSet<Hit>();
  let told = '';
  let telling: ReturnType<typeof setTimeout> | undefined;

  const weightOf = (hit: Hit, pane: ReturnType<typeof paneStatus>): Weight | undefined =>
    !isSignIn && (pane?.isFine || status.isFine(hit.block)) ? 'expected' : weights.get(hit.code);

  const count = ({ code, weight }: Hit, change: 1 | -1) => {
    if (weight === 'expected') return;
    const sum = (needed.get(code) ?? 0) + change;
    if (sum) needed.set(code, sum);
    else needed.delete(code);
    if (sum <= 1) tellSoon();
  };

  const take = (hit: Hit) => {
    taken.add(hit);
    if (!asked.has(hit.code)) {
      wanted.add(hit.code);
      tellSoon();
    }
    const pane = paneStatus(hit);
    hit.weight = weightOf(hit, pane);
    count(hit, 1);
    if (!isSignIn) rows.add(hit, pane?.pane);
  };

  const weighAgain = (hit: Hit) => {
    const weight = weightOf(hit, paneStatus(hit));
    if (weight === hit.weight) return;
    count(hit, -1);
    hit.weight = weight;
    marker.add(hit);
    count(hit, 1);
  };

  function* each(some: Iterable<Hit>, act: (hit: Hit) => void): Steps {
    for (const hit of some) {
      if (hits.has(hit)) act(hit);
      yield;
    }
  }
  const weighAll = (some: Iterable<Hit>) => inSlices(each(some, weighAgain), stop.signal);

  const rows = watchRows(
    status.forget,
    (changed = [...hits]) => {
      // What fails on a page stays silent there.
      weighAll(changed).catch(() => {});
    },
    stop.signal,
  );

  /** Tells that other codes need a look, and asks for the weights that are not known. */
  const tell = async () => {
    clearTimeout(telling);
    telling = undefined;
    const codes = [...wanted].slice(0, MOST_WEIGHED);
    const now = [...needed.keys()].sort().join();
    if (!codes.length && now === told) return;
    told = now;
    for (const code of codes) {
      wanted.delete(code);
      asked.add(code);
    }
    const answer = await page.send('weigh', { codes });
    for (const [code, weight] of Object.entries(answer)) weights.set(code, weight);
    if (codes.length) await weighAll([...hits].filter(({ code }) => Object.hasOwn(answer, code)));
    if (wanted.size) tellSoon();
  };
  function tellSoon(): void {
    // Where the worker is not up, or gone after an update, these marks stay those of codes that are not known.
    telling ??= setTimeout(() => tell().catch(() => {}), PAUSE);
  }
  /** Tells even if the codes are the same: a tab that shows another page loses its badge, and comes back without it. */
  const tellNow = () => {
    told = '?';
    tell().catch(() => {});
  };
  const { signal } = stop;
  addEventListener('pagehide', tellNow, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && tellNow(), { signal });
  signal.addEventListener('abort', tellNow);

  page.marker = {
    add(hit) {
      take(hit);
      marker.add(hit);
    },
    remove(hit) {
      marker.remove(hit);
      if (!taken.delete(hit)) return;
      count(hit, -1);
      rows.remove(hit);
    },
  };
  await inSlices(
    each([...hits], (hit) => {
      take(hit);
      // What the card's script takes it for.
      if (hit.weight !== known[hit.code]) marker.add(hit);
    }),
    signal,
  );
  // At once, while the marks are not shown yet.
  if (wanted.size) await tell().catch(() => {});
}
