import type { Explanation, MessageName, Protocol } from '../messaging/protocol';
import type { Hit } from './hits';

/** Shows where the codes of a page stand. */
export interface Marker {
  add(hit: Hit): void;
  remove(hit: Hit): void;
}

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
  /** The hits of which a part stands in a text node, found at once however many there are. */
  readonly hitsAt: (node: Node) => Iterable<Hit>;
  /** The first answer of the background. */
  readonly explanation: Promise<Explanation>;
  /** Ends everything in this frame. */
  readonly stop: AbortController;
  /** Set by the card's script, which marks what was found before: told of each hit that comes and goes. */
  marker?: Marker;
  /** Set by the card's script: called after the hits changed. */
  changed?: () => void;
  /** Set by the card's script: called after `document.open` took away every listener of the frame. */
  reopened?: () => void;
  /** Set by the card's script: shows the card of a code, at one of its places, and moves the focus there. */
  reveal?: (code: string, at?: number) => void;
  /** Set by the card's script: the same for the first of some hits that can be seen. False where there is none. */
  revealFirst?: (hits: Hit[]) => boolean;
  /** Set by the card's script: the hit that was revealed last. */
  revealed?: () => Hit | undefined;
  /** Set by the shortcut to the next mark: the hits in the order of the page. */
  order?: Hit[];
}

declare global {
  /** Read it by `pageHandle`: where there is none, an element of the page that has this name answers. */
  var signpost: PageHandle | undefined;
}

/** What the finder of this frame left. Own properties only, which no element of the page can be. */
export function pageHandle(): PageHandle | undefined {
  return Object.hasOwn(globalThis, 'signpost') ? globalThis.signpost : undefined;
}
