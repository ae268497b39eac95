import { partsOfCompound } from './compound';
import { confidenceOf, type Grounds } from './confidence';
import { withoutMailAddresses, withoutValues } from './message-values';
import { nearestWordIn, type NearestWord } from './nearest-word';
import { RANKING } from './ranking';
import type { Subject } from './subject';
import type { Synonyms } from './synonyms';
import { allWords, isAside, isStopWord, partsOfName, stemOf, stemsOf } from './text-words';
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

/** The last word of several, of which too few letters are typed to tell anything. */
const JUST_BEGUN = /\s[\p{L}\p{N}]{1,2}$/u;

/** A text that words lead to. */
interface WordHit {
  /** Its number. */
  text: number;
  score: number;
  /** How much of the query it holds, from 0 to 1. */
  coverage: number;
  /** How like the query its title is, or one of its keywords, asks or messages, from 0 to 1. */
  likeness: number;
  /** How many words of the query it holds; those that its asks alone hold count half. */
  held: number;
}

/** What a query is answered with. */
interface WordAnswer {
  /** The best ones, best first. */
  hits: WordHit[];
  /** Numbers of the texts behind them, best first. */
  further: number[];
  /** What holds some of the words, best first, where the query is probably about something else; then there are no hits. */
  unsure: WordHit[];
  /** What is known of the first one; absent where there is none. */
  grounds?: Grounds;
  /** How surely the first one is about what was asked, as logarithm of odds; see `confidenceOf`. */
  confidence: number;
}

export interface WordSearch {
  /**
   * @param query Words. The last one may be unfinished, unless a blank follows it.
   * @returns Texts by score; none where the query is about something else.
   */
  find(query: string): WordAnswer;
  /** Does ahead what the first typing error would wait for. */
  prepare(): void;
}

/** What is searched, and what is known of it beside its words. */
export interface Searched {
  texts: WordTexts;
  /** More texts of the same matter, which tell what is a word and how rare it is where those searched are few. */
  language?: WordTexts;
  /** Finds the word that was meant, where another search has it already. */
  nearestWord?: () => NearestWord;
  synonyms: Synonyms;
  subject: Subject;
  /** What speaks for a text before anything is asked: 1 for nothing, 0 for one that is not searched. */
  priorOf: (text: number) => number;
  /** The share of what a query tells that an answer must hold. */
  leastCoverage: number;
  /** How surely the best answer must be one, for any to be given. */
  leastConfidence: number;
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
  /** A message was filled in with it: it stands between quotation marks, or in an address. */
  isValue: boolean;
  /** A word, and no count of something, that no text holds, nor what it means. */
  isUnknown: boolean;
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

/** How many words of a query no text holds, and the share that these tell of it. */
function unknownOf(words: readonly AskedWord[]): { unknown: number; unknownShare: number } {
  const telling = (some: readonly AskedWord[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = words.filter(({ isUnknown }) => isUnknown);
  return { unknown: unknown.length, unknownShare: telling(unknown) / telling(words) };
}

const NOTHING: WordAnswer = { hits: [], further: [], unsure: [], confidence: -Infinity };

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
  language = texts,
  nearestWord = nearestWordIn(language),
  synonyms,
  subject,
  priorOf,
  leastCoverage,
  leastConfidence,
}: Searched): WordSearch {
  const { terms: sorted } = texts;
  const size = texts.ids.length;
  const strengths = strengthsByFields();
  const priors = Float64Array.from({ length: size }, (_, text) => priorOf(text));
  const isTerm = (term: string) =>
    language.numberOf(term) !== undefined || texts.numberOf(term) !== undefined;
  const isKnown = (word: string) => isTerm(word) || isTerm(stemOf(word));
  const isWord = (word: string) =>
    isKnown(word) || isStopWord(word) || synonyms.meaningsIn([word]).length > 0;
  const hasStart = (word: string) =>
    !!language.terms[startIn(language.terms, word)]?.startsWith(word);

  const all = language.ids.length;
  const unknown = Math.log(1 + all) * RANKING.unknownWord;
  /** How much a term tells: the rarer, the more. Undefined where no text holds it. */
  const tellingOf = (term: string): number | undefined => {
    const number = language.numberOf(term);
    if (number !== undefined)
      return Math.min(Math.log(1 + all / language.textsWith(number)), RANKING.mostRarity);
    return texts.numberOf(term) === undefined ? undefined : RANKING.mostRarity;
  };
  const telling = Float64Array.from(sorted, (term) => tellingOf(term)!);

  const asked = (typedQuery: string) => {
    const query = withoutMailAddresses(
      typedQuery,
      (host) => synonyms.meaningsIn(allWords(host)).length > 0,
    );
    const isUnfinished = /[\p{L}\p{N}]$/u.test(query);
    const asTyped = (word: string, isLast: boolean) =>
      isStopWord(word) ||
      isKnown(word) ||
      (isLast && isUnfinished && hasStart(word)) ||
      subject.names(word);
    const wordsOf = (text: string) => {
      const parts = queryWords(text, isKnown);
      return parts.flatMap((word, at) =>
        asTyped(word, at === parts.length - 1) || nearestWord().to(word)
          ? [word]
          : (partsOfCompound(word, isWord) ?? [word]),
      );
    };
    const typed = wordsOf(query);
    const unfilled = withoutValues(query);
    const said = unfilled === query ? undefined : new Set(wordsOf(unfilled));
    const isValue = (word: string) => said !== undefined && !said.has(word);
    const meant = typed.map((word, at) =>
      asTyped(word, at === typed.length - 1) ? word : (nearestWord().to(word) ?? word),
    );
    const found = synonyms.meaningsIn(meant);
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
      const weights = [...own, ...meanings.map(({ meaning }) => meaning)].flatMap(
        (term) => tellingOf(term) ?? [],
      );
      const isPrefix = isLast && word.length > 1 && (at === 0 || word.length >= SHORTEST_START);
      return [
        {
          word,
          own,
          isPrefix,
          sureness: word === typed[at] ? 1 : RANKING.mended,
          meanings,
          weight:
            (weights.length ? Math.min(...weights) : unknown) * (isAside(word) ? RANKING.aside : 1),
          isValue: isValue(typed[at]!),
          isUnknown: !weights.length && !COUNTED.test(word) && !(isPrefix && hasStart(word)),
        },
      ];
    });
    return { words, isQuote, leads: subject.leadsOf(meant) };
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
    scores: perText(),
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
    const { fit, coverage, quote, bm25, held } = sums;
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

    for (const { word, own, meanings, isPrefix, sureness, weight } of words) {
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
        held[text]! += inFields[text]! & SUBJECT ? 1 : inFields[text]! & ASKS ? 0.5 : 0;
      }
    }
    return sums;
  };

  /**
   * What a text's titles, keywords, asks and messages have in common with what was asked.
   * @returns `likeness`: how like it the likest of them is, from 0, nothing in common, to 1, the same: weighted Jaccard index. A
   * message word for word is above all names that mean the same.
   * `within`: the largest share of it that one sentence of a message holds.
   * `isSentence`: whether it is such a sentence, nearly word for word.
   */
  const commonWith = (phrase: Said, messages: readonly Said[], text: number) => {
    let likeness = 0;
    let within = 0;
    let isSentence = false;
    for (const { terms, kind } of texts.phrasesOf(text)) {
      for (const { said, whole } of kind === 'message' ? messages : [phrase]) {
        let common = 0;
        let untyped = 0;
        for (const term of terms) {
          if (said.has(term)) common += telling[term]!;
          else untyped += telling[term]!;
        }
        const isSame = kind === 'message' && !untyped && common > 0.999 * whole;
        const much = isSame ? RANKING.sameMessage : RANKING.likenessOf[kind];
        likeness = Math.max(likeness, (common / (whole + untyped)) * much);
        if (kind !== 'message') continue;
        within = Math.max(within, common / whole);
        isSentence ||=
          terms.length >= RANKING.shortestSentence &&
          common >= RANKING.leastOfSentence * (whole + untyped);
      }
    }
    return { likeness, within, isSentence };
  };

  /** What a query says, by the numbers of its terms, and how much all of them tell. */
  const saidBy = (terms: readonly string[]): Said => {
    const said = new Set<number>();
    let whole = 0;
    for (const term of terms) {
      const number = texts.numberOf(term);
      whole += tellingOf(term) ?? unknown;
      if (number !== undefined) said.add(number);
    }
    return { said, whole };
  };

  /** Texts that hold enough of what was asked, best first: those that were looked at closely, and all others. */
  const ranked = (words: AskedWord[], isQuote: boolean): Pick<WordAnswer, 'hits' | 'further'> => {
    const { fit, coverage, quote, bm25, held, scores } = weigh(words);
    const candidates: number[] = [];
    let best = 0;
    for (let text = 0; text < size; text++) {
      // One word must stand in more than asks and body, or two in asks.
      if (!priors[text] || held[text]! < 1 || coverage[text]! < leastCoverage) continue;
      candidates.push(text);
      best = Math.max(best, bm25[text]!);
    }
    const typed = words.map(({ word }) => word);
    const said = synonyms.phraseOf(typed);
    const priorPower = said.length === 1 ? RANKING.priorOfOneThing : 1;
    for (const text of candidates) {
      const likely = fit[text]! * (1 - RANKING.bm25) + (bm25[text]! / best) * RANKING.bm25;
      const quoted = isQuote ? quote[text]! ** RANKING.quotePower : 0;
      scores[text] =
        likely *
        coverage[text]! ** RANKING.coveragePower *
        (1 + RANKING.quote * quoted) *
        priors[text]! ** (priorPower - RANKING.quoteOverPrior * quoted);
    }
    candidates.sort((a, b) => scores[b]! - scores[a]!);

    const phrase = saidBy(said);
    const message = saidBy(stemsOf(typed));
    // As it was typed, since a message may quote names of its own, and without what it was filled in with.
    const unfilled = saidBy(stemsOf(words.flatMap(({ word, isValue }) => (isValue ? [] : word))));
    const isFilled = unfilled.said.size < message.said.size;
    const messages =
      isFilled && unfilled.said.size >= RANKING.fewestWithin ? [message, unfilled] : [message];
    const isPart = message.said.size >= RANKING.fewestWithin;
    const hits = candidates.slice(0, CLOSE_LOOKS).map((text): WordHit => {
      const { likeness, within, isSentence } = commonWith(phrase, messages, text);
      const part = isPart ? within ** RANKING.withinPower : 0;
      const score =
        scores[text]! *
        (1 + RANKING.likeness * likeness) *
        (1 + RANKING.within * part) *
        (isSentence ? RANKING.sentence * priors[text]! ** RANKING.priorOfSentence : 1);
      return { text, score, coverage: coverage[text]!, likeness, held: held[text]! };
    });
    return {
      hits: hits.sort((a, b) => b.score - a.score),
      further: candidates.slice(CLOSE_LOOKS),
    };
  };

  const answerTo = (query: string): WordAnswer => {
    const { words, isQuote, leads } = asked(query);
    if (!words.length) return NOTHING;
    const { hits, further } = ranked(words, isQuote);
    const [first, next] = hits;
    if (!first) return NOTHING;
    const { coverage, likeness, held, score } = first;
    const grounds = {
      coverage,
      likeness,
      held,
      score,
      nextScore: next?.score ?? 0,
      ...leads,
      ...unknownOf(words),
      words: words.length,
    };
    const confidence = confidenceOf(grounds);
    return confidence < leastConfidence
      ? { ...NOTHING, unsure: hits }
      : { hits, further, unsure: [], grounds, confidence };
  };

  /** What is found, where need be without the first letters of a word that is being typed. */
  const find = (query: string): WordAnswer => {
    const answer = answerTo(query);
    if (answer.hits.length || !JUST_BEGUN.test(query)) return answer;
    const finished = answerTo(query.replace(JUST_BEGUN, ' '));
    return finished.hits.length || !answer.unsure.length ? finished : answer;
  };

  let last: { query: string; answer: WordAnswer } | undefined;
  return {
    find(query) {
      // One keystroke asks twice: for the codes, and whether a guide says more.
      if (last?.query !== query) last = { query, answer: find(query) };
      return last.answer;
    },
    prepare: () => void nearestWord(),
  };
}
