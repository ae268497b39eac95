/**
 * What the ranking weighs. The numbers were chosen on the questions of tests/fixtures/queries*.yml that are marked `tune`;
 * those marked `report` tell how good they are.
 */
export const RANKING = {
  /** How much a word says of a code by the field in which it stands. The title says what happened; the body, much besides. */
  field: { title: 1, keywords: 0.9, name: 0.65, asks: 0.6, summary: 0.8, message: 0.7, body: 0.3 },
  /** What each further field adds that holds the word, too. */
  furtherField: 0.1,
  /** How surely a term stands for the word that was typed: another form of it, a longer word, one that means the same. */
  stem: 0.95,
  longer: 0.75,
  /** What BM25 gives for a word that goes on, by what it gives for the word itself. */
  prefix: 0.375,
  meaning: 0.65,
  phrase: 0.3,
  /** A word with a typing error put right. */
  mended: 0.95,
  /** How much of a phrase its words say apart: "second" of "second factor" says little. */
  wordOfPhrase: 0.75,
  /** The most that one word tells by its rarity. What stands in a single text ("summer") is mostly chance there. */
  mostRarity: 4.5,
  /** How much a word tells that mostly tells of the circumstances; see `isAside`. */
  aside: 0.25,
  /** The share of the score that BM25 decides, which knows how often a word stands in how long a text. */
  bm25: 0.65,
  /** How much more a code that holds all words counts than one that holds some of them. */
  coveragePower: 0.9,
  /** How much of a word is covered where the body alone holds it. */
  coveredByBody: 0.4,
  /** How much more a code counts whose title, keyword, ask or message is the query, the whole of it and nothing else. */
  likeness: 4,
  /** How much of that each kind of phrase gives. */
  likenessOf: { name: 1, ask: 1, message: 0.9 },
  /** The same for a sentence of a message that was typed word for word. */
  sameMessage: 1.15,
  /**
   * How much more a code counts whose message holds the words of the query, how soon that fades where some are missing,
   * how little the prior then counts, and from how many words on a query may be a part of a message.
   */
  quote: 2,
  quotePower: 5,
  quoteOverPrior: 0.5,
  shortestQuote: 7,
  /**
   * How much more a code counts where one sentence of its message holds all that was asked, how soon that fades where some is
   * missing, and from how many words on a few may be a part of a sentence.
   */
  within: 0.5,
  withinPower: 4,
  fewestWithin: 4,
  /**
   * How much more a code counts whose message has the query for a sentence, and how much the prior then does: several codes
   * print one sentence, and the commonest of them is meant. From how many words on, and how much of both must be the same.
   */
  sentence: 1.5,
  priorOfSentence: 2,
  shortestSentence: 3,
  leastOfSentence: 0.9,
  /** How much a word tells that no text of the catalog holds, as a share of a word that one text holds. */
  unknownWord: 0.5,
  /** The share of what a query tells that an answer must hold. */
  leastCoverage: 0.25,
  /**
   * How sure the best answer must be (see `confidenceOf`). Below the first, the query is about something else, and nothing is
   * answered; below the second, the answers are a guess, and are called one.
   */
  leastConfidence: -1.4,
  leastConfidenceOfMoreThanGuess: 0,
  /** The least coverage of guides: a guide is about much, and a word of it says little. */
  leastCoverageOfGuide: 0.4,
  /**
   * When a guide stands before all codes: how much better its score is, as a logarithm, how like the query one of its phrases
   * is, how nearly as well as the first so many codes answer, and whether a way through is asked for. And the shares of the
   * scores of the first code and of the best guide from which on a guide is listed.
   */
  guide: {
    likeness: 1,
    alike: 0.2,
    asked: 0.5,
    leastLead: 0.25,
    same: 0.9,
    sibling: 0.77,
    ofCode: 0.35,
    ofBest: 0.15,
  },
  siblings: 5,
  /** What speaks for a code before anything is asked: that people meet it, and that much is known of it. */
  frequency: { most: 1.25, often: 1.18, sometimes: 1.05, rarely: 1 },
  depth: { flagship: 1.1, full: 1.1, brief: 1, listed: 0.9 },
  /** Its power where one thing was asked, which tells no more than that: of all that is about it, the commonest is meant. */
  priorOfOneThing: 1.5,
};
