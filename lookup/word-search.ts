import { partsOfCompound } from './compound';
import { createNearestWord, type NearestWord } from './nearest-word';
import { RANKING } from './ranking';
import type { Subject } from './subject';
import type { Synonyms } from './synonyms';
import { allWords, isStopWord, partsOfName, stemOf, stemsOf } from './text-words';
import { WORD_FIELDS, type WordField, type WordTexts } from './word-index';

/** How many of the texts that fit best are held against their titles, keywords, asks and messages. */
const CLOSE_LOOKS = 40;

/** Shortest beginning of a word that is looked up behind other words, in letters. */
const SHORTEST_START = 3;

/** Fields in which a word of fewer letters is looked up, where it is all that was typed. */
const FIELDS_OF_START = bitsOf('title', 'name');

/** Most words of a query that are looked up. No message of the service has more. */
const MOST_WORDS = 100;

/** What counts something and says nothing of what a query is about: 20, 20th, 403. */
const COUNTED = /^\d{1,4}(?:st|nd|rd|th)?$/;

/** A text that words lead to. */
interface WordHit {
  /** Its number. */
  text: number;
  score: number;
  /** How much of the query it holds, from 0 to 1. */
  coverage: number;
  /** How like the query its title is, or one of its keywords, asks or messages, from 0 to 1. */
  likeness: number;
}

export interface WordSearch {
  /**
   * @param query Words. The last one may be unfinished, unless a blank follows it.
   * @returns Texts by score, best first; none where the query is about something else.
   */
  find(query: string): WordHit[];
  /** Does ahead what the first typing error would wait for. */
  prepare(): void;
}

/** What is searched, and what is known of it beside its words. */
export interface Searched {
  texts: WordTexts;
  synonyms: Synonyms;
  subject: Subject;
  /** What speaks for a text before anything is asked: 1 for nothing, 0 for one that is not searched. */
  priorOf: (text: number) => number;
  /** The share of what a query tells that an answer must hold. */
  leastCoverage: number;
  /** How much the words that an answer holds must tell, to be one whatever else was typed. */
  leastEvidence: number;
}

/** A word of a query, with all terms of the index by which it is covered. */
interface AskedWord {
  /** As it was typed, or as it was meant. */
  word: string;
  /** The word and its stem; none for a word that says something in a phrase alone. */
  own: string[];
  isPrefix: boolean;
  sureness: number;
  /** What it means, alone or with its neighbors, and whether alone. */
  meanings: { meaning: string; isAlone: boolean }[];
  /** How much it tells. */
  weight: number;
  /** A word, and no count of something, that no text holds, nor what it means. */
  isUnknown: boolean;
  /** It names another matter: what does not name it, too, is no answer. */
  isForeign: boolean;
}

/** What a query says: numbers of its terms, and how much all of its terms tell. */
interface Said {
  said: ReadonlySet<number>;
  whole: number;
}

/** @returns The bits by which postings name fields. */
function bitsOf(...fields: WordField[]): number {
  return fields.reduce((bits, field) => bits | (1 << WORD_FIELDS.indexOf(field)), 0);
}

const ALL_FIELDS = bitsOf(...WORD_FIELDS);
const MESSAGE = bitsOf('message');
const ASKS = bitsOf('asks');
const BODY = bitsOf('body');
/** What a text is about stands in these; asks and body name much besides. */
const SUBJECT = bitsOf('title', 'name', 'keywords', 'summary', 'message');

/** @returns How strongly a term stands in a text, by the bits of the fields that hold it. */
function strengthsByFields(): Float64Array {
  return Float64Array.from({ length: ALL_FIELDS + 1 }, (_, bits) => {
    const strengths = WORD_FIELDS.filter((field) => bits & bitsOf(field)).map(
      (field) => RANKING.field[field],
    );
    if (!strengths.length) return 0;
    return Math.max(...strengths) + RANKING.furtherField * (strengths.length - 1);
  });
}

/** The words of a query: names are taken apart where the index does not know them whole. */
function queryWords(query: string, isKnown: (word: string) => boolean): string[] {
  return query
    .split(/[^\p{L}\p{N}_'’-]+/u)
    .slice(0, MOST_WORDS)
    .flatMap((part) => {
      const whole = allWords(part);
      if (whole.length === 1 && isKnown(whole[0]!)) return whole;
      return allWords(partsOfName(part));
    });
}

/** Where in a sorted list the terms begin that start so, if there are any. */
function startIn(sorted: readonly string[], start: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Searches texts by words in any order, of which some may be missing or mistyped. */
export function createWordSearch({
  texts,
  synonyms,
  subject,
  priorOf,
  leastCoverage,
  leastEvidence,
}: Searched): WordSearch {
  const { terms: sorted } = texts;
  const size = texts.ids.length;
  const strengths = strengthsByFields();
  const priors = Float64Array.from({ length: size }, (_, text) => priorOf(text));
  const isKnown = (word: string) =>
    texts.numberOf(word) !== undefined || texts.numberOf(stemOf(word)) !== undefined;
  const isWord = (word: string) =>
    isKnown(word) || isStopWord(word) || synonyms.meaningsIn([word]).length > 0;
  const hasStart = (word: string) => !!sorted[startIn(sorted, word)]?.startsWith(word);
  let nearest: NearestWord | undefined;
  const nearestWord = () =>
    (nearest ??= createNearestWord(
      sorted.flatMap((term, at): [string, number][] =>
        term.startsWith('~') ? [] : [[term, texts.textsWith(at)]],
      ),
    ));

  const rarity = (having: number) => Math.log(1 + size / having) ** RANKING.rarityPower;
  const unknown = rarity(1) * RANKING.unknownWord;
  /** How much each term tells: the rarer, the more. */
  const telling = Float64Array.from(sorted, (_, term) => rarity(texts.textsWith(term)));

  /** `isFar`: what the query names beside our matters has nothing to do with them. */
  const asked = (query: string) => {
    const isUnfinished = /[\p{L}\p{N}]$/u.test(query);
    const parts = queryWords(query, isKnown);
    const asTyped = (word: string, isLast: boolean) =>
      isStopWord(word) ||
      isKnown(word) ||
      (isLast && isUnfinished && hasStart(word)) ||
      subject.names(word);
    const typed = parts.flatMap((word, at) =>
      asTyped(word, at === parts.length - 1) || nearestWord().to(word)
        ? [word]
        : (partsOfCompound(word, isWord) ?? [word]),
    );
    const meant = typed.map((word, at) =>
      asTyped(word, at === typed.length - 1) ? word : (nearestWord().to(word) ?? word),
    );
    const found = synonyms.meaningsIn(meant);
    const foreign = subject.foreignIn(meant);
    const isQuote = meant.filter((word) => !isStopWord(word)).length >= RANKING.shortestQuote;
    const words = meant.flatMap((word, at): AskedWord[] => {
      const meanings = found
        .filter(({ from, to }) => from <= at && at < to)
        .map(({ meaning, from, to }) => ({ meaning, isAlone: to - from === 1 }));
      // Ids, addresses and times of a pasted message stand in no text, and tell nothing of it.
      const isFilledIn = isQuote && /\d/.test(word) && !isKnown(word);
      if (isFilledIn && !meanings.length) return [];
      const isLast = isUnfinished && at === meant.length - 1;
      // So few letters begin too much, while the words before them already say something.
      if (isLast && at > 0 && word.length < SHORTEST_START && !isKnown(word)) return [];
      const isStop = isStopWord(word);
      if (isStop && !meanings.length) return [];
      const own = isStop ? [] : [...new Set([word, stemOf(word)])];
      const weights = [...own, ...meanings.map(({ meaning }) => meaning)].flatMap((term) => {
        const number = texts.numberOf(term);
        return number === undefined ? [] : telling[number]!;
      });
      const isPrefix = isLast && word.length > 1 && (at === 0 || word.length >= SHORTEST_START);
      return [
        {
          word,
          own,
          isPrefix,
          sureness: word === typed[at] ? 1 : RANKING.mended,
          meanings,
          weight: weights.length ? Math.min(...weights) : unknown,
          isUnknown: !weights.length && !COUNTED.test(word) && !(isPrefix && hasStart(word)),
          isForeign: foreign.words.has(at),
        },
      ];
    });
    return { words, isQuote, isFar: foreign.isFar, isProduct: foreign.isProduct };
  };

  /** Numbers of the terms that go on where a word ends. */
  const longerThan = (word: string): number[] => {
    const longer: number[] = [];
    for (let at = startIn(sorted, word); sorted[at]?.startsWith(word); at++)
      if (sorted[at] !== word) longer.push(at);
    return longer;
  };

  const perText = () => new Float64Array(size);
  // One place for all queries: a keystroke would leave half a megabyte to be collected.
  const sums = {
    fit: perText(),
    coverage: perText(),
    quote: perText(),
    bm25: perText(),
    held: perText(),
    foreign: perText(),
    evidence: perText(),
  };
  const ofWord = {
    fits: perText(),
    covers: perText(),
    longest: perText(),
    quoted: new Uint8Array(size),
    inFields: new Uint8Array(size),
  };

  /** What the texts say of a query, each in the place of its number, until the next query. */
  const weigh = (words: AskedWord[]) => {
    for (const list of Object.values(sums)) list.fill(0);
    const { fit, coverage, quote, bm25, held, foreign, evidence } = sums;
    const whole = words.reduce((sum, { weight }) => sum + weight, 0);
    const known =
      words.reduce((sum, { weight, isUnknown }) => sum + (isUnknown ? 0 : weight), 0) || 1;
    const isStart = words.some(({ isPrefix, word }) => isPrefix && word.length < SHORTEST_START);
    const searched = isStart ? FIELDS_OF_START : ALL_FIELDS;
    const counted = new Set<number>();

    /**
     * Goes through the texts that hold a term, and adds its fields to those `seen`: `take` gets how strongly it stands
     * there, and in which fields.
     */
    const visit = (
      term: number,
      share: number,
      seen: Uint8Array,
      take: (text: number, strength: number, fields: number) => void,
    ) => {
      const isNew = !counted.has(term);
      counted.add(term);
      const { texts: found, fields, scores } = texts.postingsOf(term);
      for (let at = 0; at < found.length; at++) {
        const bits = fields[at]! & searched;
        if (!bits) continue;
        const text = found[at]!;
        if (isNew) bm25[text]! += scores[at]! * share;
        seen[text]! |= bits;
        take(text, strengths[bits]!, bits);
      }
    };

    for (const { word, own, meanings, isPrefix, sureness, weight, isForeign } of words) {
      for (const list of Object.values(ofWord)) list.fill(0);
      const { fits, covers, quoted, inFields, longest } = ofWord;
      const apart = meanings.some(({ isAlone }) => !isAlone) ? RANKING.wordOfPhrase : 1;
      own.forEach((term, at) => {
        const number = texts.numberOf(term);
        if (number === undefined) return;
        const surely = apart * (at ? RANKING.stem : 1);
        visit(number, 1, inFields, (text, strength, fields) => {
          fits[text] = Math.max(fits[text]!, strength * surely);
          covers[text] = apart;
          if (fields & MESSAGE) quoted[text] = 1;
        });
      });
      if (isPrefix) {
        for (const number of longerThan(word)) {
          const further = sorted[number]!.length - word.length;
          const share = (RANKING.prefix * word.length) / (word.length + 0.3 * further);
          visit(number, share, inFields, (text, strength) => {
            longest[text] = Math.max(longest[text]!, strength * RANKING.longer * apart);
          });
        }
        longest.forEach((strength, text) => {
          if (!strength || fits[text]! >= RANKING.longer) return;
          fits[text] = Math.max(fits[text]!, strength);
          covers[text] ||= apart;
        });
      }
      for (const { meaning, isAlone } of meanings) {
        const number = texts.numberOf(meaning);
        if (number === undefined) continue;
        visit(number, 1, inFields, (text, strength) => {
          const surely = isAlone ? RANKING.meaning : RANKING.phrase;
          fits[text] = Math.max(fits[text]!, strength * surely);
          covers[text] = 1;
        });
      }
      const share = (sureness * weight) / whole;
      for (let text = 0; text < size; text++) {
        const one = fits[text]!;
        if (!one) continue;
        const isInBodyAlone = inFields[text] === BODY;
        const cover = covers[text]!;
        fit[text]! += one * share;
        coverage[text]! += (isInBodyAlone ? Math.min(cover, RANKING.coveredByBody) : cover) * share;
        quote[text]! += (quoted[text]! * weight) / known;
        const surely = inFields[text]! & SUBJECT ? 1 : inFields[text]! & ASKS ? 0.5 : 0;
        held[text]! += surely;
        if (isForeign) foreign[text]!++;
        evidence[text]! += surely * cover * weight;
      }
    }
    return sums;
  };

  /**
   * What a text's titles, keywords, asks and messages have in common with what was asked.
   * @returns `likeness`: how like it the likest of them is, from 0, nothing in common, to 1, the same: weighted Jaccard index.
   * `within`: the largest share of it that one sentence of a message holds.
   */
  const commonWith = (phrase: Said, message: Said, text: number) => {
    let likeness = 0;
    let within = 0;
    for (const { terms, kind } of texts.phrasesOf(text)) {
      const { said, whole } = kind === 'message' ? message : phrase;
      let common = 0;
      let untyped = 0;
      for (const term of terms) {
        if (said.has(term)) common += telling[term]!;
        else untyped += telling[term]!;
      }
      likeness = Math.max(likeness, (common / (whole + untyped)) * RANKING.likenessOf[kind]);
      if (kind === 'message') within = Math.max(within, common / whole);
    }
    return { likeness, within };
  };

  /** What a query says, by the numbers of its terms, and how much all of them tell. */
  const saidBy = (terms: readonly string[]): Said => {
    const said = new Set<number>();
    let whole = 0;
    for (const term of terms) {
      const number = texts.numberOf(term);
      whole += number === undefined ? unknown : telling[number]!;
      if (number !== undefined) said.add(number);
    }
    return { said, whole };
  };

  /** Texts that hold enough of what was asked, best first. */
  const ranked = (words: AskedWord[], isQuote: boolean): WordHit[] => {
    const { fit, coverage, quote, bm25, held, foreign, evidence } = weigh(words);
    const mustHold = words.filter(({ isForeign }) => isForeign).length;
    const hasUnknown = words.some(({ isUnknown }) => isUnknown);
    // One word must stand in more than asks and body, or two in asks.
    const fewest = hasUnknown ? RANKING.fewestBesideUnknown : 1;
    const candidates: number[] = [];
    let best = 0;
    for (let text = 0; text < size; text++) {
      if (!priors[text] || held[text]! < fewest || foreign[text]! < mustHold) continue;
      const isLikely =
        coverage[text]! >= RANKING.leastCoverageOfEvidence &&
        held[text]! >= RANKING.fewestAsEvidence &&
        evidence[text]! >= leastEvidence;
      if (coverage[text]! < leastCoverage && !isLikely) continue;
      candidates.push(text);
      best = Math.max(best, bm25[text]!);
    }
    const typed = words.map(({ word }) => word);
    const said = synonyms.phraseOf(typed);
    const priorPower = said.length === 1 ? RANKING.priorOfOneThing : 1;
    const hits = candidates
      .map((text): WordHit => {
        const likely = fit[text]! * (1 - RANKING.bm25) + (bm25[text]! / best) * RANKING.bm25;
        const quoted = isQuote ? quote[text]! ** RANKING.quotePower : 0;
        const score =
          likely *
          coverage[text]! ** RANKING.coveragePower *
          (1 + RANKING.quote * quoted) *
          priors[text]! ** (priorPower - RANKING.quoteOverPrior * quoted);
        return { text, score, coverage: coverage[text]!, likeness: 0 };
      })
      .sort((a, b) => b.score - a.score);

    const phrase = saidBy(said);
    const message = saidBy(stemsOf(typed));
    const close = hits.slice(0, CLOSE_LOOKS).map((hit): WordHit => {
      const { likeness, within } = commonWith(phrase, message, hit.text);
      const isPart = message.said.size >= RANKING.fewestWithin;
      const part = isPart ? within ** RANKING.withinPower : 0;
      return {
        ...hit,
        likeness,
        score: hit.score * (1 + RANKING.likeness * likeness) * (1 + RANKING.within * part),
      };
    });
    return [...close.sort((a, b) => b.score - a.score), ...hits.slice(CLOSE_LOOKS)];
  };

  const find = (query: string): WordHit[] => {
    const { words, isQuote, isFar, isProduct } = asked(query);
    if (!words.length) return [];
    const ours = words.filter(({ isForeign }) => !isForeign);
    if (ours.length === words.length) return ranked(words, isQuote);
    // What names another matter stands in the answer ("printer offline", "netflix password"), or it is a place where
    // something happened that an answer describes without it.
    const isAnswer = (least: { coverage: number; likeness: number }) => (hit: WordHit) =>
      hit.coverage >= least.coverage && hit.likeness >= least.likeness;
    const naming = ranked(words, isQuote).filter(isAnswer(RANKING.leastOfForeign));
    const [fewest, least] = isProduct
      ? [RANKING.fewestApartFromProduct, RANKING.leastApartFromProduct]
      : [RANKING.fewestApartFromForeign, RANKING.leastApartFromForeign];
    if (naming.length || isFar || ours.length < fewest) return naming;
    return ranked(ours, isQuote).filter(isAnswer(least));
  };

  let last: { query: string; hits: WordHit[] } | undefined;
  return {
    find(query) {
      // One keystroke asks twice: for the codes, and whether a guide says more.
      if (last?.query !== query) last = { query, hits: find(query) };
      return last.hits;
    },
    prepare: () => void nearestWord(),
  };
}
