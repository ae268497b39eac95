import type { Explained, SignInRecord } from '../components/explained';
import type { CodeRules } from '../diagnosis/rule';
import type { Code } from '../detection/code';
import type { Entry } from '../lookup/entry';
import type { Hit } from '../finder/hits';
import type { PageWithRecord, RecordScript } from './record-handle';
import type { Pane } from './record-reader';

/** What comes when somebody looks at a code: the means to draw all of its explanation, and its record if it was read. */
type Looked = Pick<Explained, 'drawPanel'> & (SignInRecord | { ids?: never });

/** The records of one frame. Their reader comes when somebody looks at a code for the first time. */
export interface Records {
  /** Reads the record of a code. Never rejects: where the reader cannot be loaded, nothing is known of it. */
  read(hit: Hit): Promise<SignInRecord>;
  /**
   * Reads it for somebody who looks at it, and again whenever the page says more. What draws the bodies of the tabs comes
   * with it, or the word that it could not be loaded.
   */
  follow(hit: Hit, show: (looked: Looked) => void, signal: AbortSignal): void;
  /**
   * Writes what a person sends to IT. Never rejects: what the record's script would add to the code and the page is missing
   * where it cannot be loaded.
   */
  ticket(hit: Hit, entry: Entry | undefined): Promise<string>;
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
  ): Promise<(RecordScript & { own: CodeRules | undefined }) | undefined> => {
    const own = await rulesFor(hit.code).catch(() => undefined);
    return page.record && { ...page.record, own };
  };
  const read = (hit: Hit): Promise<SignInRecord> =>
    load(hit)
      .then((loaded) => loaded?.reader.read(hit, loaded.own))
      .catch(() => undefined)
      .then((record) => record ?? { ids: {} });

  return {
    read,
    async ticket(hit, entry) {
      const record = await read(hit);
      const { code } = hit;
      const { host } = page;
      return (
        page.record?.ticketText({ code, entry, host, ...record }) ??
        [code, entry?.title, host].filter(Boolean).join('\n')
      );
    },
    follow(hit, show, signal) {
      load(hit)
        .then((loaded) => {
          if (signal.aborted) return;
          if (!loaded) return show({ drawPanel: 'failed' });
          const { reader, drawPanel, own } = loaded;
          const read = () => {
            let record: SignInRecord | undefined;
            try {
              record = reader.read(hit, own);
            } catch {
              // The page is not what the reader knows: the card stands without its record.
            }
            show({ ...record, drawPanel });
          };
          read();
          reader.follow(hit, read, signal);
        })
        .catch(() => {
          // The page holds on to what is followed or drawn: the card stands as it is.
        });
    },
    paneOf: (hit) => page.record?.reader.paneOf(hit),
  };
}
