import { entryAddress } from '../lookup/address';
import { answerText } from '../lookup/answer';
import { itemAddress, itemsOf } from '../lookup/answer-item';
import type { Search } from '../lookup/search';
import { selectionAddress } from '../lookup/selection-query';
import { escapedMarkup } from '../report/markup';

/** So many suggestions stand under the address bar. */
const MOST_SUGGESTIONS = 6;

/** What begins the text of a suggestion, which stands in the address bar while it is chosen. */
const CODE_OR_GUIDE = /^(?:AADSTS\d+|0x[\dA-F]{8}|EVENT\d+(?:-[A-Z]+)?|guide\/[a-z\d-]+)$/;

/** A line under the address bar. */
export interface Suggestion {
  /** What stands in the bar when it is chosen: a code, or `guide/NAME`. */
  content: string;
  /** Plain text. */
  description: string;
}

/**
 * What a text is answered with while one types it into the address bar.
 * @param text As typed after the keyword.
 * @param search Absent where the catalog is not loaded; codes are still recognized then.
 * @param unknown Said of a code of which nothing is known.
 * @returns The best answers, best first.
 */
export function suggestionsFor(
  text: string,
  search: Search | undefined,
  unknown: string,
): Suggestion[] {
  return itemsOf(answerText(text, search))
    .slice(0, MOST_SUGGESTIONS)
    .map((item) =>
      'guide' in item
        ? { content: `guide/${item.guide.name}`, description: item.guide.title }
        : { content: item.code, description: `${item.code}: ${item.line?.title ?? unknown}` },
    );
}

/**
 * Where Enter leads.
 * @param text What was typed, or the content of the suggestion that was chosen.
 * @param search As above.
 * @returns The part of the lookup page's address from `#`: the entry of the code or the guide, else the catalog with the
 * words in its field.
 */
export function addressFor(text: string, search: Search | undefined): string {
  const asked = text.trim();
  if (!asked) return '#';
  if (asked.startsWith('guide/') && CODE_OR_GUIDE.test(asked)) return `#/${asked}`;
  if (CODE_OR_GUIDE.test(asked)) return entryAddress(asked);
  const answer = answerText(asked, search);
  const [best] = itemsOf(answer);
  return answer.kind === 'code' && best ? itemAddress(best) : selectionAddress(asked);
}

/** Characters that XML has no place for. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A description as Chrome takes it, which reads it as XML (developer.chrome.com, chrome.omnibox). */
export function asXml(description: string): string {
  return escapedMarkup(description.toWellFormed().replace(NO_XML, ''));
}
