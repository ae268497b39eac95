import { familyOf } from '../detection/code';
import type { Entry } from '../lookup/entry';
import { compareCodes } from './compare-codes';
import { ListedFile } from './entry-schema';
import { isInRange, readListedRange } from './listed-range';
import type { Problem } from './problem';
import { proseProblems } from './prose-rules';
import { holdToSchema, readYaml } from './yaml-file';

/**
 * Compiles a file of listed codes: codes of which only the bare message is publicly known.
 * @param file Path for messages, such as knowledge/en/listed/aadsts-50000-59999.yml.
 * @param source The text of the file.
 * @param locale The folder of its language.
 */
export function compileListed(
  file: string,
  source: string,
  locale: string,
): { entries: Entry[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const complain = (line: number, message: string): void => {
    problems.push({ file, line, message });
  };
  const range = readListedRange(file);
  if (!range)
    complain(
      1,
      'the name of the file says what it holds: aadsts-50000-59999.yml (family, from, to)',
    );
  const read = readYaml(source.replace(/\r\n/g, '\n'), complain);
  const list = read && holdToSchema(ListedFile, read, complain);
  if (!list) return { entries: [], problems };

  const codes = Object.keys(list.entries);
  const used = new Set(Object.values(list.entries).flatMap(({ from }) => from));
  for (const name of Object.keys(list.sources).filter((one) => !used.has(one)))
    complain(read.lineOf(['sources', name]), `source "${name}" supports no line; take it out`);

  const compiled = Object.entries(list.entries).map(([code, { from, ...entry }], at): Entry => {
    const lineOf = (...path: (string | number)[]) => read.lineOf(['entries', code, ...path]);
    if (range && !isInRange(code, range))
      complain(lineOf(), `${code} is outside of the range in the name of the file; move it`);
    const before = codes[at - 1];
    if (before && compareCodes(before, code) > 0)
      complain(lineOf(), `${code} stands after ${before}; sort by number`);
    for (const key of ['title', 'summary'] as const) {
      for (const message of proseProblems(entry[key])) complain(lineOf(key), `${code}: ${message}`);
    }
    return {
      ...entry,
      code,
      family: familyOf(code),
      depth: 'listed',
      status: 'reviewed',
      keywords: [],
      related: [],
      sources: from.flatMap((name) => {
        const found = list.sources[name];
        if (found) return [found];
        complain(
          lineOf('from'),
          `${code}: source "${name}" is not among the sources at the top of the file; add it there, or correct the name`,
        );
        return [];
      }),
      reviewed: list.reviewed,
      locale,
    };
  });
  return { entries: compiled, problems };
}
