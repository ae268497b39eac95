import { canonicalCode, decimalsOf, familyOf, type Code } from '../detection/code';
import type { GuideLine } from './guide';
import type { IndexLine } from './index-line';
import { createNameSearch, isWrittenAsName } from './name-search';
import { RANKING } from './ranking';
import { plain } from './text-words';
import { buildWordIndex, type WordDocument, type WordIndex } from './word-index';
import { createWordSearch } from './word-search';

/** Most results of one query, where nothing else is asked for. */
export const MOST_RESULTS = 20;

/** Most guides among the results. */
const MOST_GUIDES = 3;

/** Shortest text that is looked for as it stands, in letters. */
const SHORTEST_LITERAL = 8;

const DIGITS = /^-?\d{1,10}$/;
const HEX_START = /^0x[\da-f]*$|^(?=.*\d)[\da-f]{3,8}$/i;
const AADSTS_START = /^aadsts[\s:]*(\d*)$/i;

/** Depths from much known to little, for codes that begin alike. */
const DEPTH_RANK = { flagship: 0, full: 1, brief: 2, listed: 3 } as const;

/** Looks codes, names and words up in the catalog. */
export interface Search {
  /**
   * @param query What somebody typed. The last word may be unfinished.
   * @param fits Which lines may be among them; all without it.
   * @param most How many lines at most.
   * @returns Lines of the catalog, best first: exact codes, then codes that start so, then symbolic names, then words.
   * None where the query is about nothing that the catalog knows. A query of digits never gets a neighbor of them.
   */
  find(query: string, fits?: (line: IndexLine) => boolean, most?: number): IndexLine[];
  /**
   * @param query What somebody typed.
   * @returns Guides that hold what the query tells, best first.
   */
  findGuides(query: string): GuideLine[];
  /** Whether the first guide says what the query says, and no code says as much of it. */
  leadsToGuide(query: string): boolean;
  /** The line of a code, if the catalog has one. */
  get(code: Code): IndexLine | undefined;
}

/** Digits or hex digits by which a code can be typed, without its prefix. */
function spellingsOf(code: Code): string[] {
  if (familyOf(code) === 'aadsts') return [code.slice('AADSTS'.length)];
  if (familyOf(code) === 'event') return [code.slice('EVENT'.length).toLowerCase()];
  const { unsigned, signed } = decimalsOf(code);
  return [code.slice(2).toLowerCase(), String(unsigned), String(-signed)];
}

/** What speaks for a code before anything is asked, 1 for nothing. */
function priorOf({ frequency, depth }: IndexLine): number {
  return RANKING.frequency[frequency ?? 'rarely'] * RANKING.depth[depth];
}

/** What somebody may have meant to write: each is compared with the whole of a query. */
function phrasesOf({ title, keywords }: Pick<IndexLine, 'title' | 'keywords'>): string[] {
  return [title, ...keywords.split(' · ')].filter(Boolean);
}

/** What of a line or guide words can find, where no index was made ahead. */
function documentOf(code: string, line: Omit<GuideLine, 'name'> & { name?: string }): WordDocument {
  const { title, name = '', keywords, summary } = line;
  return { code, title, name, keywords, summary, message: '', body: '' };
}

/**
 * @param lines The catalog.
 * @param guides The guides beside it.
 * @param words The packaged index of the catalog's words. Without it one is made of the lines, which takes long.
 */
export function createSearch(
  lines: IndexLine[],
  guides: GuideLine[] = [],
  words: WordIndex = buildWordIndex(lines.map((line) => documentOf(line.code, line))),
): Search {
  const byCode = new Map(lines.map((line) => [line.code, line]));
  const spelled = lines.map((line) => ({ line, spellings: spellingsOf(line.code) }));

  // Sorted once: comparing codes by their numbers costs more than all the rest of a keystroke.
  const collator = new Intl.Collator('en', { numeric: true });
  const rank = new Map(
    [...lines]
      .sort((a, b) => DEPTH_RANK[a.depth] - DEPTH_RANK[b.depth] || collator.compare(a.code, b.code))
      .map((line, at) => [line, at]),
  );
  const priors = new Map(lines.map((line) => [line.code, priorOf(line)]));
  const names = createNameSearch(lines, (line) => priors.get(line.code)!);
  const wordSearch = createWordSearch({
    words,
    priorOf: (code) => priors.get(code) ?? 0,
    phrasesOf: (code) => phrasesOf(byCode.get(code)!),
    leastCoverage: RANKING.leastCoverage,
  });

  const byName = new Map(guides.map((guide) => [guide.name, guide]));
  const guideSearch = createWordSearch({
    words: buildWordIndex(
      guides.map(({ name, ...guide }) => documentOf(name, guide)),
      words.synonyms,
    ),
    priorOf: () => 1,
    // Its keywords are what else it is about, and some of them are what another guide is named after.
    phrasesOf: (name) => [byName.get(name)!.title],
    leastCoverage: RANKING.leastCoverageOfGuide,
  });

  /** Codes, and families in the order in which bare digits mean them: sign-in codes first. */
  const prefixed = (start: string): IndexLine[] => {
    const wanted = start.toLowerCase();
    const hits = spelled.filter(({ spellings }) => spellings.some((one) => one.startsWith(wanted)));
    const isExact = ({ spellings }: (typeof hits)[number]) => spellings.includes(wanted);
    return [
      ...hits.filter(isExact),
      ...hits.filter((hit) => !isExact(hit)).sort((a, b) => rank.get(a.line)! - rank.get(b.line)!),
    ].map(({ line }) => line);
  };

  /** Codes that begin with what was typed; undefined where it is no beginning of a code. */
  const numbered = (text: string): IndexLine[] | undefined => {
    const digits = AADSTS_START.exec(text)?.[1];
    if (digits !== undefined)
      return prefixed(digits).filter(({ code }) => familyOf(code) === 'aadsts');
    if (DIGITS.test(text)) return prefixed(text.replace('-', ''));
    if (!HEX_START.test(text)) return undefined;
    const hits = prefixed(text.replace(/^0x/i, '')).filter(
      ({ code }) => familyOf(code) === 'hresult',
    );
    return hits.length || /^0x/i.test(text) ? hits : undefined;
  };

  /** Events of several logs that have one id: `EVENT1026` is EVENT1026-AAD and EVENT1026-TPM. */
  const variantsOf = (code: Code): IndexLine[] | undefined => {
    const variants = lines.filter((line) => line.code.startsWith(`${code}-`));
    return variants.length ? variants : undefined;
  };

  /** Lines with a text that holds a query of words that tell nothing: "you can't get there from here". */
  const literal = (text: string): IndexLine[] => {
    const wanted = plain(text);
    if (wanted.length < SHORTEST_LITERAL) return [];
    return lines
      .filter((line) => plain(`${line.title} · ${line.keywords}`).includes(wanted))
      .sort((a, b) => priors.get(b.code)! - priors.get(a.code)!);
  };

  /** Codes with the name that is written or begun; none where the text may be words. */
  const namedIn = (text: string) => (isWrittenAsName(text) ? names.find(text) : []);

  /** Codes that words lead to. */
  const worded = (query: string): IndexLine[] => {
    const hits = wordSearch.find(query);
    return hits.length ? hits.flatMap(({ id }) => byCode.get(id) ?? []) : literal(query.trim());
  };

  return {
    get: (code) => byCode.get(code),
    leadsToGuide(query) {
      const [guide] = guideSearch.find(query);
      const [code] = wordSearch.find(query);
      if (!guide || !code) return !!guide;
      return (
        guide.likeness > Math.max(code.likeness, RANKING.leastLikenessOfGuide) ||
        (guide.coverage > RANKING.wholeCoverage && code.coverage < RANKING.poorCoverage)
      );
    },
    findGuides(query) {
      if (namedIn(query.trim()).length) return [];
      return guideSearch
        .find(query)
        .slice(0, MOST_GUIDES)
        .map(({ id }) => byName.get(id)!);
    },
    find(query, fits = () => true, most = MOST_RESULTS) {
      const text = query.trim();
      if (!text) return [];
      const code = canonicalCode(text);
      const exact = code ? byCode.get(code) : undefined;
      const found =
        numbered(text) ??
        (code && !exact ? variantsOf(code) : undefined) ??
        // The blank at the end says that the last word is finished.
        (namedIn(text).length ? namedIn(text) : [...names.find(text), ...worded(query)]);
      return [...new Set([...(exact ? [exact] : []), ...found])].filter(fits).slice(0, most);
    },
  };
}
