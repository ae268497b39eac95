import { findCodes, type FindOptions } from './find-codes';

/** Scheme, host and path, query and fragment of an address. */
const ADDRESS = /(https?:\/\/)([^\s"'<>?#]{1,2000})(\?[^\s"'<>#]{0,8000})?(#[^\s"'<>]{1,2000})?/gi;

/** A code with an address before it, looked for from the code on: a text has fewer codes than a hostile one has addresses. */
const MAY_NAME =
  /(?:AADSTS|0x[89a-f])(?<=https?:\/\/[^\s"'<>]{0,2000}[/#_.=-](?:AADSTS|0x[89a-f]))|\/error\?code=(?<=\/\/login\.microsoftonline\.com\/error\?code=)/i;

/** Behind an equals sign it is what an app was told: `#error_description=AADSTS65004`. */
const CODE = /(?<=[/#_.-]AADSTS)\d{5,8}|(?<=[/#_.-]0x)[89a-f][\da-f]{7}/gi;

/** A parameter of a page about a code, or of a search for one. */
const OF_PAGE =
  /(?<=[?&](?:id|q|s|p|query|search|term|topic|title|page|article|doc|kb|tag|name|slug)=(?:AADSTS|0x))[\da-f]{5,8}/gi;

/** Microsoft's own page that explains a code. */
const LOOKUP = /^login\.microsoftonline\.com\/error$/i;

/** Before the page of the very error: `"error_uri":"https://…"`. */
const OWN_PAGE = /error_?uri[\s"':=\\]{1,9}$/i;

/** All that the detection knows counts; a memory address is no code beside one in an address either. */
const ANY: FindOptions = { bareNumbers: true, isKnownHresult: () => true };

/**
 * Takes the numbers off codes that stand in the path or the fragment of an address: a page about another code that somebody
 * followed, as in `…/reference-error-codes#aadsts50076` or `…/article?id=AADSTS50076`. What stands in another parameter
 * (`error_description=`) is the error itself.
 *
 * @param text Of any length; the time grows linearly.
 * @returns The text with those numbers as blanks; the same where no other code stands in it, since the address is all that
 *   was asked about then.
 */
export function withoutAddressedCodes(text: string): string {
  if (!MAY_NAME.test(text)) return text;
  const blank = (part: string) => part.replace(CODE, (number) => ' '.repeat(number.length));
  const blankQuery = (query: string, path: string, at: number) => {
    if (LOOKUP.test(path) && OWN_PAGE.test(text.slice(Math.max(0, at - 24), at))) return query;
    const form = LOOKUP.test(path) ? /\d{5,8}/g : OF_PAGE;
    return query.replace(form, (number) => ' '.repeat(number.length));
  };
  const bare = text.replace(
    ADDRESS,
    (_, scheme: string, path: string, query: string = '', fragment: string = '', at: number) =>
      scheme + blank(path) + blankQuery(query, path, at) + blank(fragment),
  );
  return bare !== text && findCodes(bare, ANY).length ? bare : text;
}
