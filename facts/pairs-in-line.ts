import { SIGN, type Line } from './lines';

/** A name with its value, and where it begins in the text. */
export interface PairInLine {
  key: string;
  value: string;
  start: number;
}

/**
 * A name before an equals sign, or before a colon where the name itself tells that it is one: it has a dot, or the `@` of
 * a search. Behind it a value in quotes, or one up to the next name.
 */
const NAME =
  /(?<![\w.@/?&%-])(?:(@?[a-z_](?:[\w.@-]|\[\d{0,4}\]|\{\}){0,99})"?[ \t]{0,4}=(?!=)[ \t]{0,4}|(@[\w.-]{2,99}|[a-z_]\w{0,40}(?:\.[\w-]{1,60}){1,8}):[ \t]{0,4}(?!\/\/))/gi;

/** A value in quotes; a quote of its own stands behind a backslash or is doubled. */
const IN_QUOTES = /"((?:[^"\\]|\\.|""){0,4000})"|'([^'\n]{0,1000})'(?=[\s,;|)\]]|$)/y;

/** What parts a value from the next name. */
const PARTING = /[\s,;|^]{1,80}$/;

/** What joins the conditions of a search: `resultType:50126 and user.name:"…"`. */
const JOINING = /(?:^|[\s)])(?:and|or|not|where)[\s(]{1,4}$/i;
const LONGEST_JOINING = 20;

/** More pairs are no record. */
const MOST_PAIRS = 300;

/**
 * @param text A line, or some that belong together; the time grows linearly.
 * @returns The names with their values that stand in it; none of a search, whose values are those that somebody looks for.
 */
export function pairsInLine(text: string): PairInLine[] {
  const pairs: PairInLine[] = [];
  let open: { key: string; start: number; from: number } | undefined;
  let behind = 0;
  const close = (end: number) => {
    if (!open) return;
    const value = text
      .slice(open.from, end)
      .trim()
      .replace(PARTING, '')
      .replace(/\\([=|\\])/g, '$1');
    pairs.push({ key: open.key, start: open.start, value });
    open = undefined;
  };
  NAME.lastIndex = 0;
  for (let match = NAME.exec(text); match && pairs.length < MOST_PAIRS; match = NAME.exec(text)) {
    const key = match[1] ?? match[2]!;
    const gap = text.slice(Math.max(behind, match.index - LONGEST_JOINING), match.index);
    if (JOINING.test(gap)) return [];
    close(match.index);
    const from = match.index + match[0].length;
    IN_QUOTES.lastIndex = from;
    const quoted = IN_QUOTES.exec(text);
    if (quoted) {
      const value = (quoted[1] ?? quoted[2]!).replace(/""|\\"/g, '"');
      pairs.push({ key, start: match.index, value });
      behind = IN_QUOTES.lastIndex;
    } else {
      open = { key, start: match.index, from };
      behind = from;
    }
    NAME.lastIndex = behind;
  }
  const end = text.indexOf('\n', open?.from ?? text.length);
  close(end < 0 ? text.length : end);
  return withLabels(pairs);
}

/** The custom fields of CEF and the names that they have in others: `cs1Label=AppDisplayName cs1=Ledger`. */
function withLabels(pairs: readonly PairInLine[]): PairInLine[] {
  const labels = new Map<string, string>();
  for (const { key, value } of pairs) {
    const custom = /^(\w{2,40}\d)Label$/.exec(key)?.[1];
    if (custom && value) labels.set(custom, value);
  }
  return labels.size
    ? pairs.map((pair) => ({ ...pair, key: labels.get(pair.key) ?? pair.key }))
    : [...pairs];
}

/** What stands between the parts of a line in which somebody, or a bot in a chat, wrote labels with their values. */
const BETWEEN = /\s{1,9}[|•·]\s{1,9}|;\s{1,9}/g;

/** A label before its value, in the bold of a chat or not. */
const LABELED =
  /^[\s*_>]{0,12}(\p{L}[\p{L}\d _'-]{0,40}?)[*_]{0,2}\s{0,3}[:=][*_]{0,2}\s{0,9}(\S.{0,1000}?)[\s*_]{0,9}$/u;

/** @returns Whether one of the signs that part labels may stand in a line. */
export const mayHaveLabels = (line: Line): boolean =>
  line.has(SIGN.cell | SIGN.comma | SIGN.wide) && /[|•·;]\s/.test(line.text);

/**
 * @param text A line for which `mayHaveLabels` holds.
 * @returns The labels with their values that stand beside each other, parted by pipes, dots or semicolons.
 */
export function labelsInLine(text: string): PairInLine[] {
  const pairs: PairInLine[] = [];
  let start = 0;
  for (const part of text.split(BETWEEN, MOST_PAIRS)) {
    const [, key, value] = LABELED.exec(part) ?? [];
    if (key && value) pairs.push({ key, value, start });
    start += part.length;
  }
  return pairs;
}
