/** Longest time that a page prints, in UTF-16 units: `mercredi 28 septembre 2026 à 13:05:13`. */
const LONGEST_TIME = 48;

/** The same with blanks and signs that nobody sees. */
const LONGEST_PRINTED = 400;

/** Year first: ISO 8601, `2026/09/28 13:05:13`, `2026年9月28日 13:05`. */
const YEAR_FIRST =
  /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})[日.]?[T, ]{0,2}(.*?)(Z|[+-]\d\d:?\d\d)?$/;

/** Day or month first: `9/28/2026, 1:05:13 AM`, `28.09.2026 13:05`. */
const YEAR_LAST = /^(\d{1,2})[-/.] ?(\d{1,2})[-/.] ?(\d{4})[, ]{0,2}(.*)$/;

/** `1:05:13 AM`, `13:05`, `下午1:05:13`. */
const CLOCK = /^(\D{0,8}?)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,7}))?)?(\D{0,8})$/;
const IS_PM = /p\.?\s?m|午後|下午/i;
const IS_AM = /a\.?\s?m|午前|上午/i;

/** The names of months in English, which every browser reads. */
const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/i;

/** Milliseconds of a day, or NaN. A day without a clock begins it. */
function clock(text: string): number {
  if (!text.trim()) return 0;
  const [, before = '', hour = '', minute, second = 0, fraction = '', after = ''] =
    CLOCK.exec(text.trim()) ?? [];
  const half = before + after;
  const hours = IS_PM.test(half) ? (+hour % 12) + 12 : IS_AM.test(half) ? +hour % 12 : +hour;
  return hour
    ? ((hours * 60 + Number(minute)) * 60 + +second) * 1000 + +`0.${fraction}0` * 1000
    : NaN;
}

function moment(year: number, month: number, day: number, rest: string): number {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? +at + clock(rest) : NaN;
}

/**
 * Reads a time as pages print it, in the languages of browsers. A time without a zone counts as UTC, so that only times
 * of one page can be put in order.
 * @param printed As printed, at most 48 UTF-16 units.
 * @returns Milliseconds since 1970 by its two readings, month first and day first; the same where it cannot be both, and
 * NaN for one that is none.
 */
export function readings(printed: string): [monthFirst: number, dayFirst: number] {
  if (printed.length > LONGEST_PRINTED) return [NaN, NaN];
  const text = printed.replace(/[\s\p{C}]+/gu, ' ').trim();
  if (text.length > LONGEST_TIME) return [NaN, NaN];
  const [, year, month, day, rest = '', zone = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year) {
    const offset = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
    const minutes = offset ? Number(`${offset[1]}1`) * (+offset[2]! * 60 + +offset[3]!) : 0;
    const at = moment(+year, Number(month), Number(day), rest) - minutes * 60_000;
    return [at, at];
  }
  const [, one, other, last, clockText = ''] = YEAR_LAST.exec(text) ?? [];
  if (last)
    return [
      moment(+last, Number(one), Number(other), clockText),
      moment(+last, Number(other), Number(one), clockText),
    ];
  const named = MONTH.test(text) && /\b\d{4}\b/.test(text) ? Date.parse(text) : NaN;
  return [named, named];
}
