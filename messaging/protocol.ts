import type { Code } from '../detection/code';
import type { CodeRules } from '../diagnosis/rule';
import type { PatternRule } from '../log/patterns/pattern-rule';
import type { Entry } from '../lookup/entry';
import type { Weight } from '../lookup/weight';
import type { Settings } from '../settings/settings';

export type { Weight };

/**
 * Most codes that a frame asks the weights of at a time, and is answered for: marks that change their look later let the
 * browser draw the page again.
 */
export const MOST_WEIGHED = 5000;

/** What the background gives to a page for its codes. Messages carry codes, never text of a page. */
export interface Explanation {
  /** False where the user or the organization turned sign-in pages off. */
  isOn: boolean;
  /** Entries by code. A code that nothing is known of is missing. */
  entries: Record<Code, Entry>;
  /** How the marks of these codes speak. A code whose severity is not known is missing. */
  weights: Record<Code, Weight>;
  /** Links of the named places in the cloud of the page, by place. */
  places: Record<string, string>;
  settings: Pick<Settings, 'supportName' | 'supportUrl'>;
}

/** Every message, by name: what it carries and what it answers. */
export interface Protocol {
  /** From a frame: these codes stand here. The background loads the card into the frame and answers with entries. */
  explain: { data: { codes: Code[]; needsCard: boolean }; answer: Explanation };
  /**
   * From a frame: somebody looks at this code. The background loads the reader of records into the frame, where it is
   * not there yet, and answers with what a record can tell of the code.
   */
  readRecord: { data: { code: Code; needsReader: boolean }; answer: CodeRules | undefined };
  /**
   * From a frame: somebody looks at a code in a list. The background loads what looks for patterns into the frame and
   * answers with the rules.
   */
  readPatterns: { data: Record<never, never>; answer: readonly PatternRule[] };
  /** From a frame: somebody looks at this code. For the side panel, which may follow; the background only answers. */
  looked: { data: { code: Code }; answer: void };
  /**
   * From a frame: what stands there changed, and how do the marks of these codes speak? The badge of the tab is counted
   * again.
   */
  weigh: { data: { codes: Code[] }; answer: Explanation['weights'] };
  /** From a frame: open the full entry of a code in a tab, or a guide (`guide/NAME`). */
  openLookup: { data: { code: Code }; answer: void };
}

export type MessageName = keyof Protocol;

export interface Message<Name extends MessageName = MessageName> {
  signpost: Name;
  data: Protocol[Name]['data'];
}

/**
 * From the background to the frames of every tab: sites were taken back. Without the right to a site nothing else reaches
 * what goes on there.
 */
export interface SitesLeft {
  /** Source of a RegExp for the whole names of their hosts. */
  signpostLeft: string;
}

/** The part of the browser's runtime that sends. */
export type Runtime = { sendMessage(message: unknown): Promise<unknown> };

/** The part of it that hears what the background says. */
export type Hearing = Record<
  'addListener' | 'removeListener',
  (listener: (message: unknown) => void) => void
>;

/**
 * Sends a message to the background and waits for its answer. Small on purpose: it stands in the script that runs in
 * every frame, where a messaging library would cost a fifth of the budget.
 * @param runtime `browser.runtime`, or `chrome.runtime` where there is no polyfill.
 * @throws Error when the background is gone (an update) or could not answer.
 */
export async function send<Name extends MessageName>(
  runtime: Runtime,
  signpost: Name,
  data: Protocol[Name]['data'],
): Promise<Protocol[Name]['answer']> {
  const answer = (await runtime.sendMessage({ signpost, data })) as
    { ok: Protocol[Name]['answer'] } | { error: string } | undefined;
  if (answer && 'ok' in answer) return answer.ok;
  throw new Error(answer?.error);
}
