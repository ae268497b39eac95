import * as v from 'valibot';
import { parse } from 'yaml';
import { familyOf } from '../detection/code';
import type { Entry } from '../lookup/entry';
import { ListedFile } from './entry-schema';
import type { Problem } from './problem';
import { proseProblems } from './prose-rules';

function lineOf(source: string, needle: string): number {
  const at = source.split('\n').findIndex((line) => line.includes(needle));
  return at < 0 ? 1 : at + 1;
}

/**
 * Compiles a file of listed codes: codes of which only the bare message is publicly known.
 * @param file Path for messages, such as knowledge/en/listed/aadsts.yml.
 * @param source The text of the file.
 * @param locale The folder of its language.
 */
export function compileListed(
  file: string,
  source: string,
  locale: string,
): { entries: Entry[]; problems: Problem[] } {
  const problems: Problem[] = [];
  let raw: unknown;
  try {
    raw = parse(source);
  } catch (error) {
    const [message = ''] = String(error instanceof Error ? error.message : error).split('\n');
    const line = Number(/at line (\d+)/.exec(message)?.[1] ?? 1);
    return { entries: [], problems: [{ file, line, message }] };
  }
  const parsed = v.safeParse(ListedFile, raw);
  if (!parsed.success) {
    for (const issue of parsed.issues) {
      const [, code = ''] = (issue.path ?? []).map(({ key }) => String(key));
      const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
      problems.push({
        file,
        line: lineOf(source, `${code}`),
        message: `${path}: ${issue.message}`,
      });
    }
    return { entries: [], problems };
  }
  const { sources, entries, reviewed } = parsed.output;
  const compiled = Object.entries(entries).map(([code, { from, ...entry }]): Entry => {
    const line = lineOf(source, code);
    for (const text of [entry.title, entry.summary]) {
      for (const message of proseProblems(text))
        problems.push({ file, line, message: `${code}: ${message}` });
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
        const source = sources[name];
        if (source) return [source];
        problems.push({
          file,
          line,
          message: `${code}: source "${name}" is not among the sources at the top of the file`,
        });
        return [];
      }),
      reviewed,
      locale,
    };
  });
  return { entries: compiled, problems };
}
