/**
 * Finds the weights by which the search tells how surely it answers (lookup/confidence.ts), and writes them: logistic
 * regression with L2 regularization by Newton's method (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning,
 * 4.4). It learns from the questions of tests/fixtures that are marked `tune`: those with an answer that stands among the
 * first three, and those about nothing that were answered all the same. Asks of entries join them, each asked of an
 * index without it. No list names every product of others: so each question is asked once with all names that lead away
 * from the catalog, and once without either half of them. The same files give the same weights.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKnowledge } from '../compiler/compile-knowledge';
import { wordDocuments } from '../compiler/word-documents';
import { buildWordIndex } from '../lookup/build-word-index';
import { featuresOf, type ConfidenceWeights } from '../lookup/confidence';
import { RANKING } from '../lookup/ranking';
import { MATTERS } from '../lookup/subject';
import { unpackWordIndex, type PackedWordIndex } from '../lookup/word-index';
import { createWordSearch } from '../lookup/word-search';
import { priorOf } from '../lookup/search';
import { readQueries, TABLES, type AskedQuery } from '../tests/queries';

const ROOT = join(import.meta.dirname, '..');
const WEIGHTS_FILE = join(ROOT, 'lookup/confidence-weights.ts');

/** In so many parts asks are left out of the index, one after the other. */
const PARTS = 5;
/** How much one ask counts by one question. Asks are many, and harder: each says in its own words what others do not. */
const WEIGHT_OF_ASK = 0.15;
const REGULARIZATION = 1;
const STEPS = 30;
const FIRST_LEADING_AWAY = MATTERS.indexOf('elsewhere');

interface Example {
  /** Features, and 1 for the base. */
  values: number[];
  /** Whether the query has an answer. */
  isAnswered: boolean;
  weight: number;
}

type Question = Pick<AskedQuery, 'q' | 'accept'>;

/** A number for a text that is the same in each run. */
function partOf(text: string, parts: number): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + letter.codePointAt(0)!) | 0;
  return Math.abs(hash >> 3) % parts;
}

/** The index without one half of the names that lead away; with all for undefined. */
function withoutHalf(index: PackedWordIndex, half: number | undefined): PackedWordIndex {
  const subject = index.subject.map((phrases, matter) =>
    matter < FIRST_LEADING_AWAY ? phrases : phrases.filter((one) => partOf(one, 2) !== half),
  );
  return { ...index, subject };
}

const { entries, search: data } = await compileKnowledge(ROOT);
const priors = new Map(
  entries.map(({ code, depth }) => {
    const frequency = data.frequency.get(code);
    return [code, priorOf({ depth, ...(frequency && { frequency }) })];
  }),
);
const indexWithout = (part: number | undefined) => {
  const kept = entries.map((entry) => ({
    ...entry,
    asks: (entry.asks ?? []).filter((ask) => partOf(ask, PARTS) !== part),
  }));
  return buildWordIndex(wordDocuments(kept, data), [], data.synonyms, data.subject);
};

const names = ['base', ...Object.keys(featuresOf({} as never))] as (keyof ConfidenceWeights)[];

/** What the best answers to questions tell. Those about nothing that find nothing, and those whose answer is not found, tell nothing. */
function examplesOf(packed: PackedWordIndex, questions: Question[], weight: number): Example[] {
  const { codes: texts, synonyms, subject } = unpackWordIndex(packed);
  const { find } = createWordSearch({
    texts,
    synonyms,
    subject,
    priorOf: (text) => priors.get(texts.ids[text]!)!,
    leastCoverage: RANKING.leastCoverage,
    leastConfidence: -Infinity,
  });
  return questions.flatMap(({ q, accept }): Example[] => {
    const { hits, grounds } = find(q);
    const isAnswered = accept.length > 0;
    const isFound = hits.slice(0, 3).some(({ text }) => accept.includes(texts.ids[text]!));
    if (!grounds || isAnswered !== isFound) return [];
    return [{ values: [1, ...Object.values(featuresOf(grounds))], isAnswered, weight }];
  });
}

/** Solves a symmetric system of linear equations by Gaussian elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) {
      const times = row[at]! / pivot[at]!;
      for (let column = at; column < row.length; column++) row[column]! -= times * pivot[column]!;
    }
  });
  const solution = right.map(() => 0);
  for (let at = rows.length - 1; at >= 0; at--) {
    const known = solution.reduce((sum, value, column) => sum + value * rows[at]![column]!, 0);
    solution[at] = (rows[at]![right.length]! - known) / rows[at]![at]!;
  }
  return solution;
}

function fit(examples: Example[]): number[] {
  let weights = names.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -REGULARIZATION * weight);
    const hessian = names.map((_, row) => names.map((__, at) => (row === at ? REGULARIZATION : 0)));
    for (const { values, isAnswered, weight } of examples) {
      const odds = values.reduce((sum, value, at) => sum + value * weights[at]!, 0);
      const chance = 1 / (1 + Math.exp(-odds));
      values.forEach((value, row) => {
        gradient[row]! += weight * value * (Number(isAnswered) - chance);
        values.forEach((other, at) => {
          hessian[row]![at]! += weight * chance * (1 - chance) * value * other;
        });
      });
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight + change[at]!);
  }
  return weights;
}

const questions = TABLES.flatMap((table) => readQueries(table)).filter(
  ({ half }) => half === 'tune',
);
const asked = entries.filter(({ code }) => data.frequency.has(code));
const examples: Example[] = [];
for (const half of [undefined, 0, 1])
  examples.push(...examplesOf(withoutHalf(indexWithout(undefined), half), questions, 1));
for (let part = 0; part < PARTS; part++) {
  const index = indexWithout(part);
  const asks = asked.flatMap(({ code, asks: all = [] }) =>
    all.filter((ask) => partOf(ask, PARTS) === part).map((q) => ({ q, accept: [code] })),
  );
  for (const half of [undefined, 0, 1])
    examples.push(...examplesOf(withoutHalf(index, half), asks, WEIGHT_OF_ASK));
}
// As many count for an answer as against one.
const total = (isAnswered: boolean) =>
  examples.reduce((sum, one) => sum + (one.isAnswered === isAnswered ? one.weight : 0), 0);
const balance = total(true) / total(false);
const weights = fit(
  examples.map((one) => (one.isAnswered ? one : { ...one, weight: one.weight * balance })),
);

const lines = names.map((name, at) => `  ${name}: ${Number(weights[at]!.toFixed(2))},`);
writeFileSync(
  WEIGHTS_FILE,
  [
    "import type { ConfidenceWeights } from './confidence';\n",
    '/** Written by `npx tsx scripts/fit-confidence.ts`, which says from what. */',
    'export const CONFIDENCE_WEIGHTS: ConfidenceWeights = {',
    ...lines,
    '};\n',
  ].join('\n'),
);
console.log(`${examples.length} examples:\n${lines.join('\n')}`);
