import { findCodes, type FindOptions } from './find-codes';

/** Scheme, host and path, query and fragment of an address. */
const ADDRESS = /(https?:\/\/)([^\s"'<>?#]{1,2000})(\?[^\s"'<>#]{0,8000})?(#[^\s"'<>]{1,2000})?/gi;

/** A code with an address before it, looked for from the code on: a text has fewer codes than a hostile one has addresses. */
const MAY_NAME =
  /(?:AADSTS|0x[89a-f])(?<=https?:\/\/[^\s"'<>]{0,2000}[/#_.=+-](?:AADSTS|0x[89a-f]))|\/error\?code=\d/i;

/** Behind an equals sign it is what an app was told: `#error_description=AADSTS65004`. */
const CODE = /(?<=[/#_.-]AADSTS)\d{5,8}|(?<=[/#_.-]0x)[89a-f][\da-f]{7}/gi;

/** The page that the sign-in service has on a code. */
const PAGE_OF_CODE = /^\?code=\d{5,8}(?!\d)/i;

/**
 * A parameter that the app fills and gets back: whatever stands in it is no error. The fragment has parameters, too. Behind
 * a sign that parts cells stands another value of the row.
 */
const OF_APP = /([?&#;](?:state|nonce|SAMLRequest|RelayState)=)[^&#\s"'<>,;|)]{1,4000}/gi;
const CODE_OF_APP = /AADSTS\d{5,8}|0x[89a-f][\da-f]{7}/gi;
const MAY_BE_OF_APP = /[?&#;](?:state|nonce|SAMLRequest|RelayState)=/i;

/** A parameter that names a page, or what somebody looked for. */
const PAGE =
  /(?<=[?&](?:id|kb|article|page|topic|title|tag|name|slug|doc|q|s|p|query|search|term|number)=)[^&]{1,200}/gi;
const CODE_OF_PAGE = /(?<=(?:^|[/#_.+-])AADSTS)\d{5,8}|(?<=(?:^|[/#_.+-])0x)[89a-f][\da-f]{7}/gi;

/** Before the page of the very error: `"error_uri":"https://…"`. */
const OWN_PAGE = /error_?uri[\s"':=\\]{1,9}$/i;

/** All that the detection knows counts; a memory address is no code beside one in an address either. */
const ANY: FindOptions = { bareNumbers: true, isKnownHresult: () => true };

/**
 * Takes the numbers off codes that stand in the path or the fragment of an address: a page about another code that somebody
 * followed, as in `…/reference-error-codes#aadsts50076`, `…/kb?id=AADSTS50076`. What stands elsewhere in a query
 * (`error_description=`) is the error itself, but for what the app sent itself, `state` and `nonce`.
 *
 * @param pasted Of any length; the time grows linearly.
 * @returns The text with those numbers as blanks; the same where no other code stands in it, since the address is all that
 *   was asked about then.
 */
export function withoutAddressedCodes(pasted: string): string {
  const text = MAY_BE_OF_APP.test(pasted)
    ? pasted.replace(OF_APP, (value) => value.replace(CODE_OF_APP, blanksOfCode))
    : pasted;
  if (!MAY_NAME.test(text)) return text;
  const blank = (part: string) => part.replace(CODE, blanks);
  const bare = text.replace(
    ADDRESS,
    (_, scheme: string, path: string, query: string = '', fragment: string = '', at: number) =>
      scheme +
      blank(path) +
      withoutPages(path, query, text.slice(Math.max(0, at - 24), at)) +
      blank(fragment),
  );
  return bare !== text && findCodes(bare, ANY).length ? bare : text;
}

const blanks = (part: string): string => ' '.repeat(part.length);

/** A parameter ends at a blank, so that signs which are no code stand in place of one. */
const blanksOfCode = (part: string): string => '_'.repeat(part.length);

/**
 * The query of an address without the codes of pages.
 * @param before What stands before the address.
 */
function withoutPages(path: string, query: string, before: string): string {
  if (path.endsWith('/error') && PAGE_OF_CODE.test(query))
    return OWN_PAGE.test(before) ? query : blanks(query);
  return query.replace(PAGE, (value) => value.replace(CODE_OF_PAGE, blanks));
}
