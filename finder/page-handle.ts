import type { Explanation, MessageName, Protocol } from '../messaging/protocol';
import type { Hit } from './hits';

/**
 * What the script that finds codes leaves for the script that explains them. Both run in the extension's own world of
 * one frame, which the page cannot see.
 */
export interface PageHandle {
  readonly host: string;
  /** Whether this is a page where people sign in, and whether it is Microsoft's. */
  readonly isSignIn: boolean;
  readonly isMicrosoft: boolean;
  /** Sends a message to the background. */
  readonly send: <Name extends MessageName>(
    name: Name,
    data: Protocol[Name]['data'],
  ) => Promise<Protocol[Name]['answer']>;
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
