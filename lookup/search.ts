import { canonicalCode, decimalsOf, familyOf, type Code } from '../detection/code';
import type { GuideLine } from './guide';
import type { IndexLine } from './index-line';
import { createVocabulary, plain, wordsOf } from './vocabulary';

/** Most results of one query. */
const MOST_RESULTS = 20;

/** Most guides among the results. */
const MOST_GUIDES = 3;

/** Weights of title, name, keywords and summary. The title says what happened. */
const FIELD_WEIGHTS = [5, 4, 3, 1];

const DIGITS = /^\d{1,10}$/;
const HEX_START = /^0x[\da-f]*$|^(?=.*\d)[\da-f]{3,8}$/i;
const AADSTS_START = /^aadsts[\s:]*(\d*)$/i;

/** Depths from much known to little, for answers that are otherwise equal. */
const DEPTH_RANK = { flagship: 0, full: 1, brief: 2, listed: 3 } as const;

/** Looks codes, names and words up in the catalog. */
export interface Search {
  /**
   * @param query What somebody typed.
   * @returns Lines of the catalog, best first: exact codes, then codes and names that start so, then whole words, then
   * words with typing errors. A query of digits alone never gets a fuzzy answer.
   * @param fits Which lines may be among them; all without it.
   */
  find(query: string, fits?: (line: IndexLine) => boolean): IndexLine[];
  /**
   * @param query What somebody typed.
   * @returns Guides that hold each of its words, best first.
   */
  findGuides(query: string): GuideLine[];
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

/**
 * @param lines The catalog.
 * @param guides The guides beside it.
 */
export function createSearch(lines: IndexLine[], guides: GuideLine[] = []): Search {
  const byCode = new Map(lines.map((line) => [line.code, line]));
  const spelled = lines.map((line) => ({
    line,
    spellings: spellingsOf(line.code),
    name: plain(line.name),
  }));
  const vocabulary = createVocabulary(
    lines.map((line) => [line, [line.title, line.name, line.keywords, line.summary]]),
    FIELD_WEIGHTS,
  );

  const guideWords = createVocabulary(
    guides.map((guide) => [guide, [guide.title, '', guide.keywords, guide.summary]]),
    FIELD_WEIGHTS,
  );

  // Sorted once: comparing codes by their numbers costs more than all the rest of a keystroke.
  const collator = new Intl.Collator('en', { numeric: true });
  const rank = new Map(
    [...lines]
      .sort((a, b) => DEPTH_RANK[a.depth] - DEPTH_RANK[b.depth] || collator.compare(a.code, b.code))
      .map((line, at) => [line, at]),
  );
  const byDepth = (a: IndexLine, b: IndexLine) => rank.get(a)! - rank.get(b)!;

  /** Codes, and families in the order in which bare digits mean them: sign-in codes first. */
  const prefixed = (start: string): IndexLine[] => {
    const wanted = start.toLowerCase();
    const hits = spelled.filter(({ spellings }) => spellings.some((one) => one.startsWith(wanted)));
    const isExact = ({ spellings }: (typeof hits)[number]) => spellings.includes(wanted);
    return [
      ...hits.filter(isExact),
      ...hits.filter((hit) => !isExact(hit)).sort((a, b) => byDepth(a.line, b.line)),
    ].map(({ line }) => line);
  };

  /** Lines that hold the words, each word at its start, with the rarer words weighing more. */
  const worded = (words: string[]): IndexLine[] => {
    const scores = new Map<IndexLine, { score: number; matched: number }>();
    for (const word of words) {
      const places = vocabulary.startingWith(word);
      for (const [line, weight] of places) {
        const known = scores.get(line) ?? { score: 0, matched: 0 };
        known.score += weight;
        known.matched++;
        scores.set(line, known);
      }
    }
    const needed = words.length > 2 ? words.length - 1 : words.length;
    return [...scores]
      .filter(([, { matched }]) => matched >= needed)
      .sort(
        ([a, one], [b, other]) =>
          other.matched - one.matched || other.score - one.score || byDepth(a, b),
      )
      .map(([line]) => line);
  };

  const guidesWith = (words: string[]): GuideLine[] => {
    const places = words.map((word) => guideWords.startingWith(word));
    const score = (guide: GuideLine) =>
      places.reduce((total, place) => total + (place.get(guide) ?? 0), 0);
    return guides
      .filter((guide) => places.every((place) => place.has(guide)))
      .sort((a, b) => score(b) - score(a))
      .slice(0, MOST_GUIDES);
  };

  const named = (query: string): IndexLine[] => {
    const joined = plain(query).replace(/[^\p{L}\p{N}]+/gu, '');
    if (joined.length < 4) return [];
    const hits = spelled.filter(({ name }) => name.startsWith(joined));
    return hits
      .sort((a, b) => a.name.length - b.name.length || byDepth(a.line, b.line))
      .map(({ line }) => line);
  };

  return {
    get: (code) => byCode.get(code),
    findGuides(query) {
      const words = wordsOf(query);
      if (!words.length || words.some((word) => word.length < 2)) return [];
      const found = guidesWith(words);
      return found.length ? found : guidesWith(words.map((word) => vocabulary.mend(word)));
    },
    find(query, fits = () => true) {
      const text = query.trim();
      if (!text) return [];
      const code = canonicalCode(text);
      const exact = code ? byCode.get(code) : undefined;
      const answers = new Set<IndexLine>(exact && fits(exact) ? [exact] : []);
      const add = (more: IndexLine[]) => {
        for (const line of more) if (answers.size < MOST_RESULTS && fits(line)) answers.add(line);
      };
      const digits = AADSTS_START.exec(text)?.[1];
      if (digits !== undefined) {
        add(prefixed(digits).filter(({ code }) => familyOf(code) === 'aadsts'));
        return [...answers];
      }
      if (DIGITS.test(text) || /^-\d+$/.test(text)) {
        add(prefixed(text.replace('-', '')));
        return [...answers];
      }
      if (HEX_START.test(text)) {
        add(prefixed(text.replace(/^0x/i, '')).filter(({ code }) => familyOf(code) === 'hresult'));
        if (answers.size || /^0x/i.test(text)) return [...answers];
      }
      add(named(text));
      const words = wordsOf(text);
      add(worded(words));
      // Digits must not drift to a neighbor, so only words are mended.
      if (answers.size < 3)
        add(worded(words.map((word) => (/\d/.test(word) ? word : vocabulary.mend(word)))));
      return [...answers];
    },
  };
}
