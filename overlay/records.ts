import type { SignInRecord } from '../components/explained';
import type { CodeRules } from '../diagnosis/rule';
import type { Code } from '../detection/code';
import type { Hit } from '../finder/hits';
import type { PageWithRecord } from './record-handle';
import type { Pane, RecordReader } from './record-reader';

/** The records of one frame. Their reader comes when somebody looks at a code for the first time. */
export interface Records {
  /** Reads the record of a code. Never rejects: where the reader cannot be loaded, nothing is known of it. */
  read(hit: Hit): Promise<SignInRecord>;
  /** Reads it for somebody who looks at it, and again whenever the page says more. */
  follow(hit: Hit, show: (record: SignInRecord) => void, signal: AbortSignal): void;
  /** The pane whose other tabs hold more of the record of a code; undefined where no reader was needed. */
  paneOf(hit: Hit): Pick<Pane, 'root' | 'tabs'> | undefined;
}

/** @param page The handle of the frame, in which the reader appears. */
export function createRecords(page: PageWithRecord): Records {
  const rules = new Map<Code, Promise<CodeRules | undefined>>();

  /** Asks once for each code. After a failure it is asked again. */
  const rulesFor = (code: Code): Promise<CodeRules | undefined> => {
    let known = rules.get(code);
    if (!known) {
      known = page.send('readRecord', { code, needsReader: !page.record });
      rules.set(code, known);
      known.catch(() => rules.delete(code));
    }
    return known;
  };
  const load = async (
    hit: Hit,
  ): Promise<{ reader: RecordReader; own: CodeRules | undefined } | undefined> => {
    const own = await rulesFor(hit.code).catch(() => undefined);
    return page.record && { reader: page.record, own };
  };

  return {
    read: (hit) =>
      load(hit)
        .then((loaded) => loaded?.reader.read(hit, loaded.own))
        .catch(() => undefined)
        .then((record) => record ?? { ids: {} }),
    follow(hit, show, signal) {
      load(hit)
        .then((loaded) => {
          if (!loaded || signal.aborted) return;
          const { reader, own } = loaded;
          const read = () => show(reader.read(hit, own));
          read();
          reader.follow(hit, read, signal);
        })
        .catch(() => {
          // The page is not what the reader knows: the card stands without its record.
        });
    },
    paneOf: (hit) => page.record?.paneOf(hit),
  };
}
