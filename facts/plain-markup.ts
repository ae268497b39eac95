import { withoutEntities } from './lines';
import type { NumberedLine } from './undecorated';

/** How a text begins that is a page or a mail in HTML. */
const BEGINNING =
  /^\s{0,200}<(?:!doctype|html|head|body|div|p|pre|span|table|font|blockquote|br|h[1-6])\b/i;

/** Breaks: so many of them, and more than line ends, make HTML of a text that begins otherwise. JSON may hold HTML. */
const BREAK = /<br ?\/?>/gi;
const LEAST_BREAKS = 3;
const JSON_START = /^\s{0,200}[[{]/;

/** Where one line of the page ends. */
const END = /<br ?\/?>|<\/(?:p|div|li|tr|h[1-6]|pre|blockquote)>/i;

/** What parts two cells, and tags that leave nothing. */
const CELL_END = /<\/t[dh]>(?=\s{0,80}<t[dh]\b)/gi;
const TAG =
  /<\/?(?:html|head|body|meta|pre|code|p|div|span|font|b|strong|em|i|u|a|tt|o:p|t[dhr]|table|thead|tbody|colgroup|col|li|[ou]l|blockquote|h[1-6])(?: [^<>]{0,2000})?\/?>/gi;

/** A link to the sign-in service, also within one that a mail filter made. Its parameters are the request. */
const REQUEST_LINK =
  /<a (?:[^<>]{0,500} )?href ?= ?["'](https?:\/\/[^"'<>\s]{1,8000})["'][^<>]{0,500}>(?=([^<]{0,8000}))/gi;
const OF_SERVICE = /(?:\/\/|%2F%2F)(?:login|sts)\.[^?]{4,400}(?:\?|%3F)/i;

/** The address of such a link before its text, where they differ. */
function withAddresses(part: string): string {
  if (!part.includes('://')) return part;
  return part.replace(REQUEST_LINK, (tag, address: string, text: string) =>
    OF_SERVICE.test(address) && text.trim() !== address ? `${address} ` : tag,
  );
}

/**
 * Takes the tags of HTML off a text that is a page or a mail. Tags of records, such as those of events, stay.
 *
 * @param text Any text; the time grows linearly.
 * @returns The lines that a reader of the page sees; undefined where the text is no HTML.
 */
export function markupLines(text: string): NumberedLine[] | undefined {
  const isPage = BEGINNING.test(text);
  const breaks = isPage ? 0 : (text.match(BREAK)?.length ?? 0);
  if (!isPage && (breaks < LEAST_BREAKS || JSON_START.test(text))) return;
  const given = text.split('\n');
  if (!isPage && breaks < given.length - 1) return;
  return given.flatMap((line, at) => {
    const parts = line.split(END);
    // What ends with the line is one line.
    if (parts.length > 1 && !parts.at(-1)!.trim()) parts.pop();
    return parts.map((part) => ({
      text: withoutEntities(withAddresses(part).replace(CELL_END, '\t').replace(TAG, '')),
      number: at + 1,
    }));
  });
}
