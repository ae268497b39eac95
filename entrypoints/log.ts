import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createLogHolder } from '../log/log-holder';
import type { PatternRule } from '../log/patterns/pattern-rule';
import type { Severities } from '../log/weight';
import { unpackIndexLine, type PackedIndexLine } from '../lookup/index-line';
import type { LogAnswer, LogRequest } from '../log/ask';

/** A worker of our own pages: explains a sign-in log of any size while the page goes on taking keys. */
export default defineUnlistedScript(() => {
  const packaged = (path: string) =>
    fetch(`/knowledge/${path}`).then((response) => response.json());
  const load = async () => {
    const [rules, index] = (await Promise.all([
      packaged('patterns.json'),
      packaged('en/index.json'),
    ])) as [PatternRule[], PackedIndexLine[]];
    const severities: Severities = new Map(
      index.map(unpackIndexLine).map(({ code, severity }) => [code, severity]),
    );
    return createLogHolder({ rules, severities, clock: () => performance.now() });
  };
  const holder = load();
  // Told with the first request.
  holder.catch(() => undefined);
  addEventListener('message', ({ data }: MessageEvent<LogRequest>) => {
    const answer = (message: LogAnswer) => postMessage(message);
    holder
      .then((log) => log.answer(data, answer))
      .catch((error: unknown) => {
        console.error('Signpost, explaining a log:', error);
        answer({ kind: 'failed', id: data.id });
      });
  });
});
