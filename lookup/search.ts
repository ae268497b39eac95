import { canonicalCode, decimalsOf, familyOf, type Code } from '../detection/code';
import type { GuideLine } from './guide';
import type { IndexLine } from './index-line';
import { createNameSearch, isWrittenAsName } from './name-search';
import { nearestWordIn } from './nearest-word';
import { RANKING } from './ranking';
import { allWords, isStopWord, plain } from './text-words';
import type { WordIndex } from './word-index';
import { createWordSearch } from './word-search';

/** Most results of one query, where nothing else is asked for. */
export const MOST_RESULTS = 20;

/** Most guides among the results. */
const MOST_GUIDES = 3;

/** Most lines that are near to words which find nothing. */
const MOST_NEAREST = 5;

/** Shortest text that is looked for as it stands, in letters. */
const SHORTEST_LITERAL = 8;

/** What people type who want a way through, not one code. */
const ASKS_FOR_GUIDE =
  /\btroubleshoot|\bwhere (?:do i |to )?(?:start|begin)\b|\bguide\b|\bchecklist\b|\bstep by step\b|\bsteps\b/i;

const DIGITS = /^-?\d{1,10}$/;
const HEX_START = /^0x[\da-f]*$|^(?=.*\d)[\da-f]{3,8}$/i;
const AADSTS_START = /^aadsts[\s:]*(\d*)$/i;

/** Codes, whether ours or of another product: `0x80070643` of Windows Update, `AADB2C90296`. Zeros are none. */
const CODES_OF_ANY_PRODUCT = /\b(?:0x(?!0{8})[\da-f]{8}|aadb2c\d{5,})\b/gi;

/** Depths from much known to little, for codes that begin alike. */
const DEPTH_RANK = { flagship: 0, full: 1, brief: 2, listed: 3 } as const;

/**
 * Asked before anybody types: what runs for the first time takes ten times as long, and most of what is typed later holds
 * some of these words.
 */
const TYPICAL_QUERIES = [
  'sign in',
  'user blocked by policy',
  'device not registerd',
  'app token',
  're',
];

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
   * @param query Words that find nothing.
   * @param fits Which lines may be among them; all without it.
   * @returns Lines that hold some of the words, best first, though the query is probably about something else. None where
   * it names a code that the catalog lacks: no neighbor is offered in its place.
   */
  nearest(query: string, fits?: (line: IndexLine) => boolean): IndexLine[];
  /**
   * @param query What somebody typed.
   * @returns Guides that hold what the query tells, best first.
   */
  findGuides(query: string): GuideLine[];
  /** Whether the first guide says what the query says, and no code says as much of it. */
  leadsToGuide(query: string): boolean;
  /** Whether words find something, and what they find may be about something else than the query. */
  isGuess(query: string): boolean;
  /** The line of a code, if the catalog has one. */
  get(code: Code): IndexLine | undefined;
  /**
   * @returns What the first digits and the first typing error would wait for, in pieces of some milliseconds. To be done
   * while nobody types.
   */
  preparations(): (() => void)[];
}

/** A line with all by which digits find it. */
interface Spelled {
  line: IndexLine;
  spellings: string[];
  place: string;
}

/** Digits or hex digits by which a code can be typed, without its prefix. */
function spellingsOf(code: Code): string[] {
  if (familyOf(code) === 'aadsts') return [code.slice('AADSTS'.length)];
  if (familyOf(code) === 'event') return [code.slice('EVENT'.length).toLowerCase()];
  const { unsigned, signed } = decimalsOf(code);
  return [code.slice(2).toLowerCase(), String(unsigned), String(-signed)];
}

/** What tells the order of codes that begin alike: what more is known of stands first, then the lower number. */
function placeOf({ code, depth }: IndexLine): string {
  const number = code.startsWith('0x') ? code : code.replace(/\d+/, (one) => one.padStart(9, '0'));
  return `${DEPTH_RANK[depth]} ${number}`;
}

/** What speaks for a code before anything is asked, 1 for nothing. */
export function priorOf({ frequency, depth }: Pick<IndexLine, 'frequency' | 'depth'>): number {
  return RANKING.frequency[frequency ?? 'rarely'] * RANKING.depth[depth];
}

/**
 * @param lines The catalog.
 * @param guides The guides beside it.
 * @param words The index of their words.
 */
export function createSearch(lines: IndexLine[], guides: GuideLine[], words: WordIndex): Search {
  const byCode = new Map(lines.map((line) => [line.code, line]));
  // Most people type words: what digits find is laid out when the first are typed.
  let known: Spelled[] | undefined;
  const spelled = () =>
    (known ??= lines
      .map((line) => ({ line, spellings: spellingsOf(line.code), place: placeOf(line) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1)));
  const priors = new Map(lines.map((line) => [line.code, priorOf(line)]));
  const names = createNameSearch(
    lines,
    (line) => priors.get(line.code)!,
    (word) => words.codes.numberOf(word) !== undefined,
  );
  const { synonyms, subject } = words;
  const { ids } = words.codes;
  const nearestWord = nearestWordIn(words.codes);
  const wordSearch = createWordSearch({
    texts: words.codes,
    nearestWord,
    synonyms,
    subject,
    priorOf: (text) => priors.get(ids[text]!) ?? 0,
    leastCoverage: RANKING.leastCoverage,
    leastConfidence: RANKING.leastConfidence,
  });

  const byName = new Map(guides.map((guide) => [guide.name, guide]));
  const guideNames = words.guides.ids;
  const guideSearch = createWordSearch({
    texts: words.guides,
    language: words.codes,
    nearestWord,
    synonyms,
    subject,
    priorOf: (text) => (byName.has(guideNames[text]!) ? 1 : 0),
    leastCoverage: RANKING.leastCoverageOfGuide,
    leastConfidence: RANKING.leastConfidence,
  });

  /** Codes, and families in the order in which bare digits mean them: sign-in codes first. */
  const prefixed = (start: string): IndexLine[] => {
    const wanted = start.toLowerCase();
    const hits = spelled().filter(({ spellings }) =>
      spellings.some((one) => one.startsWith(wanted)),
    );
    const isExact = ({ spellings }: Spelled) => spellings.includes(wanted);
    return [...hits.filter(isExact), ...hits.filter((hit) => !isExact(hit))].map(
      ({ line }) => line,
    );
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
    if (wanted.length < SHORTEST_LITERAL || !allWords(text).every(isStopWord)) return [];
    return lines
      .filter((line) => plain(`${line.title} · ${line.keywords}`).includes(wanted))
      .sort((a, b) => priors.get(b.code)! - priors.get(a.code)!);
  };

  /** Codes with the name that is written or begun; none where the text may be words. */
  const namedIn = (text: string) => (isWrittenAsName(text) ? names.find(text) : []);

  /** Whether words stand beside codes that the catalog lacks, and so are about these. */
  const isAboutOthers = (query: string): boolean => {
    const codes = query.match(CODES_OF_ANY_PRODUCT);
    return !!codes && !codes.some((code) => byCode.has(canonicalCode(code) ?? ''));
  };

  /** Codes that words lead to. */
  const worded = (query: string): IndexLine[] => {
    if (isAboutOthers(query)) return [];
    const { hits, further } = wordSearch.find(query);
    const texts = [...hits.map(({ text }) => text), ...further];
    return texts.length ? texts.map((text) => byCode.get(ids[text]!)!) : literal(query.trim());
  };

  /** Guides that answer about as well as the first code, and as the best of them. */
  const guideHits = (query: string) => {
    const { hits } = guideSearch.find(query);
    const code = wordSearch.find(query).hits[0]?.score ?? 0;
    const least = Math.max(
      code * RANKING.guide.ofCode,
      (hits[0]?.score ?? 0) * RANKING.guide.ofBest,
    );
    return hits.filter(({ score }) => score >= least).slice(0, MOST_GUIDES);
  };

  const search: Search = {
    get: (code) => byCode.get(code),
    preparations: () => [
      spelled,
      wordSearch.prepare,
      ...TYPICAL_QUERIES.map((query) => () => {
        search.leadsToGuide(query);
        search.find(query);
      }),
    ],
    leadsToGuide(query) {
      const [guide] = guideHits(query);
      const codes = wordSearch.find(query).hits;
      const [code] = codes;
      if (!guide || !code) return !!guide;
      // So many codes answer nearly as well as the first: the asker means the matter, and cannot know which.
      const alike = (codes[RANKING.siblings - 1]?.score ?? 0) / code.score;
      const lead =
        Math.log(guide.score / code.score) +
        RANKING.guide.likeness * guide.likeness +
        RANKING.guide.alike * alike +
        (ASKS_FOR_GUIDE.test(query) ? RANKING.guide.asked : 0);
      return lead > RANKING.guide.leastLead;
    },
    isGuess(query) {
      const text = query.trim();
      if (numbered(text) ?? (namedIn(text).length || names.among(text).length)) return false;
      const surest = Math.max(
        wordSearch.find(query).confidence,
        guideSearch.find(query).confidence,
      );
      return surest > -Infinity && surest < RANKING.leastConfidenceOfMoreThanGuess;
    },
    nearest(query, fits = () => true) {
      const text = query.trim();
      if (canonicalCode(text) || numbered(text) || isAboutOthers(text)) return [];
      const { unsure } = wordSearch.find(query);
      const near = unsure.map(({ text: number }) => byCode.get(ids[number]!)!);
      return near.filter(fits).slice(0, MOST_NEAREST);
    },
    findGuides(query) {
      if (namedIn(query.trim()).length) return [];
      return guideHits(query).map(({ text }) => byName.get(guideNames[text]!)!);
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
        (namedIn(text).length
          ? namedIn(text)
          : [...names.find(text), ...names.among(text), ...worded(query)]);
      return [...new Set([...(exact ? [exact] : []), ...found])].filter(fits).slice(0, most);
    },
  };
  return search;
}
