import type { Explanation } from '../messaging/protocol';
import type { Hit } from './hits';

/**
 * What the script that finds codes leaves for the script that explains them. Both run in the extension's own world of
 * one frame, which the page cannot see.
 */
export interface PageHandle {
  readonly host: string;
  readonly hits: ReadonlySet<Hit>;
  /** The first answer of the background. */
  readonly explanation: Promise<Explanation>;
  /** Ends everything in this frame. */
  readonly stop: AbortController;
  /** Set by the card's script: called after the hits changed. */
  changed?: () => void;
  /** Set by the card's script: shows the card of a code, or of the next one, and moves the focus there. */
  reveal?: (code?: string) => void;
}

declare global {
  var signpost: PageHandle | undefined;
}
