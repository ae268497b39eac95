import { textOf } from '../finder/dom';
import type { Hit } from '../finder/hits';

/** A longer text is a page and no message. In UTF-16 units. */
const LONGEST = 600;

const HEADLINE = '[role=main] [role=heading],[role=main] h1,[role=heading][aria-level="1"],h1';

function lineOf(element: Element | null): string {
  const text = element ? (textOf(element) ?? '').replace(/\s+/g, ' ').trim() : '';
  return text.length > LONGEST ? '' : text;
}

/**
 * What the page itself says of an error: the text around the code, and on a sign-in page its headline.
 * @returns Lines, joined by a line break; empty where the text is too long to be a message.
 */
export function messageNear({ block, row, spelling }: Hit, isSignIn: boolean): string {
  const headline = isSignIn ? lineOf(document.querySelector(HEADLINE)) : '';
  const text = lineOf(row ?? block) || spelling;
  return [headline, text].filter(Boolean).join('\n');
}
