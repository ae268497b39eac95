import { RowPattern } from '../components/row-pattern';
import { closest } from '../finder/dom';
import type { Hit } from '../finder/hits';
import { GRID, ROW } from '../finder/value-labels';
import type { Protocol } from '../messaging/protocol';
import { copyText } from './clipboard';
import type { PageWithRecord } from './record-handle';
import type { RecordReader } from './record-reader';

/** How long changes of a list are gathered before its rows are looked at again, in milliseconds. */
const PAUSE = 250;

/**
 * Lets a reader of records say, too, what the row of a code shows together with the other rows of its list. What looks
 * for that comes when somebody looks at a code in a list for the first time; without it, nothing is said.
 * @param page The handle of the frame, in which it appears.
 */
export function withRowPatterns(reader: RecordReader, page: PageWithRecord): RecordReader {
  let rules: Protocol['readPatterns']['answer'] | undefined;
  let asking: Promise<void> | undefined;

  const listOf = ({ row, block }: Hit): Element | null => {
    const own = page.isMicrosoft && !page.isSignIn ? closest(row ?? block, ROW) : null;
    return own && closest(own, GRID);
  };
  /** Asks once. After a failure it is asked again. */
  const ask = () => {
    asking ??= page
      .send('readPatterns', {})
      .then((answer) => {
        rules = answer;
      })
      .catch(() => {
        asking = undefined;
      });
    return asking;
  };
  const patternOf = (hit: Hit) => {
    try {
      return rules && page.patterns?.patternOf(hit, rules);
    } catch {
      // The list is not what we know: the card stands without it.
      return undefined;
    }
  };

  return {
    ...reader,
    read(hit, own) {
      const pattern = listOf(hit) && patternOf(hit);
      return {
        ...reader.read(hit, own),
        row: pattern && <RowPattern {...pattern} copy={copyText} />,
      };
    },
    follow(hit, changed, signal) {
      reader.follow(hit, changed, signal);
      const list = listOf(hit);
      if (!list) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = () => {
        timer = undefined;
        if (!signal.aborted) changed();
      };
      const observer = new MutationObserver(() => {
        timer ??= setTimeout(look, PAUSE);
      });
      observer.observe(list, { subtree: true, childList: true, characterData: true });
      signal.addEventListener('abort', () => observer.disconnect());
      ask().then(look, () => {});
    },
  };
}
