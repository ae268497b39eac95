import type { PageHandle } from '../finder/page-handle';
import type { Hearing, SitesLeft } from '../messaging/protocol';

/**
 * Ends Signpost in a frame when the right to its site is taken back, in the browser's own settings, too.
 * @param page The handle of the frame.
 * @param onMessage What the background says to the frames of all tabs.
 */
export function leaveWhenTakenBack(
  { host, stop }: Pick<PageHandle, 'host' | 'stop'>,
  onMessage: Hearing,
): void {
  const hear = (message: unknown) => {
    const { signpostLeft } = message as Partial<SitesLeft>;
    if (signpostLeft && new RegExp(signpostLeft).test(host)) stop.abort();
  };
  onMessage.addListener(hear);
  stop.signal.addEventListener('abort', () => onMessage.removeListener(hear));
}
