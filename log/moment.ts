/** ISO 8601 with seconds, as Graph, Azure Monitor and the portal write it; the zone may be missing. */
const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/;

/**
 * `11/19/2026, 2:00:07.123 AM`, as the grid of Log Analytics exports it in English; spreadsheets leave the seconds out.
 * English of other countries has the day first.
 */
const TWELVE_HOURS =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?\s?([AP])M$/i;

/** `19.11.2026, 02:00:07` and `19/11/2026 02:00`, as the portal downloads in other languages have them. */
const DAY_FIRST =
  /^(\d{1,2})([./])(\d{1,2})\2(\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?$/;

/** `Nov 19, 2026 2:00:07 AM` and `Nov 19, 2026 @ 02:00:07.123`, as grids of Microsoft Defender and Kibana have them. */
const NAMED_MONTH =
  /^([A-Z][a-z]{2}) (\d\d?), (\d{4})[ ,@]{1,3}(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(?:\s([AP])M)?$/;

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** `19/11/2026`, whose day is no month. */
const IS_DAY_FIRST = /^(?:1[3-9]|2\d|3[01])\/\d{1,2}\/\d{4}\b/;

/** `11/19/2026`, the other way around. */
const IS_MONTH_FIRST = /^\d{1,2}\/(?:1[3-9]|2\d|3[01])\/\d{4}\b/;

/** `/Date(1715670761000)/`, as Windows PowerShell 5.1 writes times to JSON. */
const DATE_NUMBER = /^\/Date\((\d{1,14})\)\/$/;

/**
 * Reads a time of a log. A form in which day and month could be mixed up is not read.
 *
 * @param text As printed, without blanks around it. A time without a zone counts as UTC.
 * @param isDayFirst Whether `05/01/2024` is in January, as in logs whose headings are not English.
 * @returns Milliseconds since 1970; undefined where the form is not known.
 */
export function momentOf(text: string, isDayFirst = false): number | undefined {
  const iso = ISO.exec(text);
  if (iso) return number(Date.parse(iso[1] ? text : `${text.replace(' ', 'T')}Z`));
  const twelve = TWELVE_HOURS.exec(text);
  if (twelve) {
    const [, one, other, year, ...clock] = twelve;
    return isDayFirst ? moment(year, other, one, clock) : moment(year, one, other, clock);
  }
  const named = NAMED_MONTH.exec(text);
  if (named) {
    const [, name, day, year, ...clock] = named;
    return moment(year, MONTHS.indexOf(name!) / 3 + 1, day, clock);
  }
  const local = DAY_FIRST.exec(text);
  if (local && (isDayFirst || local[2] === '.')) {
    const [, day, , month, year, ...clock] = local;
    return moment(year, month, day, clock);
  }
  const date = DATE_NUMBER.exec(text);
  return date ? number(+date[1]!) : undefined;
}

type Part = string | undefined;

/** A moment by its parts; undefined for a thirteenth month, a 30th of February, or a 25th hour. */
function moment(
  year: Part,
  month: Part | number,
  day: Part,
  [hour, minute, second = '0', part = '0', half]: Part[],
): number | undefined {
  const at = new Date(Date.UTC(+year!, +month! - 1, +day!));
  if (at.getUTCMonth() !== +month! - 1 || at.getUTCDate() !== +day!) return;
  if (+hour! > 23 || +minute! > 59 || +second > 59) return;
  const isTwelve = half && +hour! <= 12;
  const hours = isTwelve ? (+hour! % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : +hour!;
  return number(+at + ((hours * 60 + +minute!) * 60 + +second) * 1000 + +part.padEnd(3, '0'));
}

/**
 * @param times The times of a table.
 * @param isEnglish Whether its heading is English, as those of logs with the month first are.
 * @returns Whether the day is before the month: where a time shows it, or else by the heading, but for clocks of twelve
 *   hours.
 */
export function areDayFirst(times: readonly string[], isEnglish: boolean): boolean {
  if (times.some((text) => IS_DAY_FIRST.test(text))) return true;
  if (times.some((text) => IS_MONTH_FIRST.test(text))) return false;
  return !isEnglish && !times.some((text) => TWELVE_HOURS.test(text));
}

/** What names the zone at the end of a time, or is a number of milliseconds, which needs none. */
const HAS_ZONE = /(?:Z|[+-]\d\d:\d\d|\))$/;

/**
 * @param text A time as printed.
 * @param isOfUtc Whether times under its heading are in UTC where they name no zone.
 * @returns Whether it is printed as a person reads it in a zone of their own, which it does not name.
 */
export const isWithoutZone = (text: string, isOfUtc: boolean): boolean =>
  NAMED_MONTH.test(text) || (!isOfUtc && text !== '' && !HAS_ZONE.test(text));

/** Thirteenth months and the like are no time; years far away are no log. */
function number(time: number): number | undefined {
  return time > 0 && time < 4e12 ? time : undefined;
}
