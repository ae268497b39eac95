import * as v from 'valibot';
import { parse } from 'yaml';
import { canonicalCode, familyOf } from '../../detection/code';
import type { Depth } from '../../lookup/entry';
import { DEPTHS } from '../../lookup/entry-values';
import type { Finding } from './finding';
import type { WrittenEntry } from './written-entry';

const FILE = 'knowledge/coverage.yml';

/** Codes with blanks or line ends between them, so that a change shows as one changed line. */
const codes = v.pipe(
  v.string(),
  v.transform((text) => text.split(/\s+/).filter(Boolean)),
  v.array(
    v.pipe(
      v.string(),
      v.check((code) => canonicalCode(code) === code, 'is no canonical code'),
    ),
  ),
);

const group = v.strictObject({
  least: v.picklist(['full', 'brief', 'listed']),
  from: v.string(),
  codes,
});

const CoverageFile = v.strictObject({
  flagship: v.number(),
  origins: v.record(v.string(), v.pipe(v.string(), v.startsWith('https://'))),
  known: v.strictObject({
    aadsts: v.array(group),
    hresult: v.array(group),
    event: v.array(group),
  }),
  exempt: v.array(v.strictObject({ reason: v.pipe(v.string(), v.minLength(20)), codes })),
});

/** What knowledge/coverage.yml asks for. */
export interface Coverage {
  /** How many entries have to be flagships. */
  flagship: number;
  /** The least depth of each known code. */
  least: Map<string, Depth>;
  /** Codes that may be less deep than asked, each with the reason. */
  exempt: Map<string, string>;
  /** Line of a code in the file, from 1; the last one for an exemption. */
  lineOf(code: string): number;
}

/**
 * Reads knowledge/coverage.yml.
 * @throws Error when the file has not the form, names a code twice or in the wrong family.
 */
export function readCoverage(yaml: string): Coverage {
  const parsed = v.safeParse(CoverageFile, parse(yaml));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${FILE}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  const { flagship, origins, known, exempt } = parsed.output;
  const least = new Map<string, Depth>();
  for (const [family, groups] of Object.entries(known)) {
    for (const one of groups) {
      if (!(one.from in origins))
        throw new Error(`${FILE}: "${one.from}" is not among the origins`);
      for (const code of one.codes) {
        if (least.has(code)) throw new Error(`${FILE}: ${code} stands there twice`);
        if (familyOf(code) !== family) throw new Error(`${FILE}: ${code} stands under ${family}`);
        least.set(code, one.least);
      }
    }
  }
  const lines = yaml.split('\n');
  return {
    flagship,
    least,
    exempt: new Map(exempt.flatMap(({ reason, codes }) => codes.map((code) => [code, reason]))),
    lineOf: (code) => {
      const named = new RegExp(`(?<![\\w-])${code}(?![\\w-])`);
      return lines.findLastIndex((line) => named.test(line)) + 1 || 1;
    },
  };
}

/**
 * Compares the entries with the list of known codes: every code has an entry, deep enough or with a
 * reason, no entry is for an unknown code, and no exemption outlives its reason.
 * @param unread Codes whose file could not be read; nothing is said of them.
 */
export function checkCoverage(
  written: WrittenEntry[],
  coverage: Coverage,
  unread: ReadonlySet<string> = new Set(),
): Finding[] {
  const english = written.filter(({ entry }) => entry.locale === 'en');
  const entries = new Map(english.map((one) => [one.entry.code, one]));
  const findings: Finding[] = [];
  const find = (file: string, line: number, message: string): void => {
    findings.push({ check: 'coverage', level: 'problem', file, line, message });
  };
  const onList = (code: string, message: string): void =>
    find(FILE, coverage.lineOf(code), `${code} ${message}`);

  for (const [code, least] of coverage.least) {
    const found = entries.get(code);
    const reason = coverage.exempt.get(code);
    if (!found && unread.has(code)) continue;
    if (!found) {
      onList(code, `has no entry; ${least} is asked for`);
      continue;
    }
    const { depth } = found.entry;
    const deepEnough = DEPTHS.indexOf(depth) >= DEPTHS.indexOf(least);
    if (!deepEnough && !reason) {
      find(
        found.file,
        1,
        `${code} is ${depth}; ${FILE} asks for ${least}. Write more, or exempt it there with a reason`,
      );
    }
    if (deepEnough && reason)
      onList(code, `is ${depth} now, as deep as asked; take it out of exempt`);
  }
  for (const code of coverage.exempt.keys()) {
    if (!coverage.least.has(code)) onList(code, 'is exempt but not among the known codes');
  }
  for (const { entry, file } of english) {
    if (!coverage.least.has(entry.code))
      find(file, 1, `${entry.code} is not in ${FILE}; add it there with its origin`);
  }
  const flagships = english.filter(({ entry }) => entry.depth === 'flagship').length;
  if (flagships < coverage.flagship)
    find(FILE, 1, `${flagships} flagship entries; ${coverage.flagship} are asked for`);
  return findings;
}
