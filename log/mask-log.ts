import { masked } from '../report/masked';
import type { LogReport, Tally } from './report';

/** The fields whose values name a person or a place, and what stands for them. */
const PERSONAL = [
  ['user', 'users'],
  ['address', 'addresses'],
  ['place', 'places'],
] as const;

/** A value of so few characters would be replaced inside other words. */
const SHORTEST = 3;

/**
 * Makes a function that takes out what names a person, an address or a place. The same value becomes the same name
 * everywhere (`user 3`), so that the text can still be followed.
 *
 * @param report The report that the texts are made from. Its values are known by their field, whatever their form.
 * @returns Masks a text. Ids of apps and of sign-ins stay: support needs them.
 */
export function maskOf(report: LogReport): (text: string) => string {
  const names = new Map<string, string>();
  const tallies = [report.tallies, ...report.codes.map((code) => code.tallies)];
  for (const [kind, field] of PERSONAL) {
    let count = 0;
    const add = (value: string | undefined) => {
      if (value && value.length >= SHORTEST && !names.has(value))
        names.set(value, `[${kind} ${++count}]`);
    };
    for (const tally of tallies.map((one): Tally => one[field]))
      tally.top.forEach(({ value }) => add(value));
    for (const { values, rows } of report.patterns) {
      add(values[kind]);
      if (kind === 'user') values.successUsers?.forEach(add);
      rows.forEach((row) => add(row[kind]));
    }
    if (kind !== 'place') add(report.filter?.[kind]);
  }
  // The longest first, so that a name within another one leaves no rest.
  const longestFirst = [...names].sort(([a], [b]) => b.length - a.length);
  return (text) =>
    masked(
      longestFirst.reduce((result, [value, name]) => result.replaceAll(value, name), text),
      [],
    );
}
