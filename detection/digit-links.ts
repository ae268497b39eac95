/** A link whose text is a few digits: a program took them for the number of something of its own. */
const LINK = /\[([\da-f]{1,12})\]\((https?:\/\/[^\s()[\]]{1,500})\)/gi;

/**
 * The beginning of a code or an id right before such a link, and the rest of one behind it. Behind a whole code, and behind a
 * number of another thing, a link is a footnote.
 */
const BEGUN = /(?<![\w-])(?:AAD ?STS[ -]?\d{0,4}|0x[\da-f]{0,7}|[\da-f]{8}-[\da-f-]{0,26})$/i;
const GOES_ON = /^(?:\d|[\da-f]{2,12}(?![g-z])|-[\da-f]{4,12}(?![g-z]))/i;

/** How far around a link is looked, in UTF-16 units. No id is longer. */
const NEAR = 40;

/** Where a run of a program, a line of its log, an issue or a change is shown: nothing of a sign-in stands in it. */
const OF_A_RUN =
  /#(?:step|L\d|issuecomment|discussion)|\/(?:actions|runs|jobs?|builds?|_build|pipelines|issues|pulls?|commit|merge_requests)(?:\/|$|\?)/i;

/** Addresses that are requests, or answers to one. */
const OF_SIGN_IN = /^https?:\/\/(?:login|sts)\.|[?&#](?:error|code|client_id|SAMLRequest)=/i;

/**
 * Takes links off digits within a code or an id, as GitHub makes them of numbers in a log: `AADSTS700[213](…)`.
 *
 * @param text Of any length; the time grows linearly.
 * @returns A text with as many lines.
 */
export function withoutDigitLinks(text: string): string {
  if (!text.includes('](http')) return text;
  return text.replace(LINK, (whole: string, digits: string, address: string, start: number) => {
    if (OF_SIGN_IN.test(address)) return whole;
    const end = start + whole.length;
    const isWithin =
      BEGUN.test(text.slice(Math.max(0, start - NEAR), start)) ||
      GOES_ON.test(text.slice(end, end + NEAR));
    return isWithin || OF_A_RUN.test(address) ? digits : whole;
  });
}
