import * as v from 'valibot';
import { canonicalCode } from '../detection/code';
import { VERDICTS } from '../diagnosis/rule';
import { FACTS, RECORD_KINDS, typeOf, type FactName } from '../facts/vocabulary';
import { dated, isAllowedLink } from './entry-schema';

const NAMES = Object.keys(FACTS) as FactName[];

const factName = v.picklist(
  NAMES,
  (issue) => `${String(issue.input)} is no fact of facts/vocabulary.ts`,
);

const code = v.pipe(
  v.string('a code is text; put it in quotes: "0x801C03ED"'),
  v.check((value) => canonicalCode(value) === value, 'is no canonical code'),
);

const oneOrMore = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.union([schema, v.pipe(v.array(schema), v.minLength(1, 'is empty'))]);

/** What is asked of one fact: a value, several of which one, or a test. */
const factTest = v.union(
  [
    oneOrMore(v.string()),
    v.strictObject({ empty: v.boolean() }),
    v.strictObject({ read: v.boolean() }),
    v.strictObject({
      matches: v.pipe(
        v.string(),
        v.check((source) => {
          try {
            return new RegExp(source, 'i').source !== '';
          } catch {
            return false;
          }
        }, 'is no RegExp'),
      ),
    }),
    v.strictObject({ olderThan: v.strictObject({ hours: v.number(), than: factName }) }),
    v.strictObject({ sameAs: factName }),
    v.strictObject({ within: factName }),
  ],
  'is a value, a list of values, or one of empty, read, matches, olderThan, sameAs, within',
);

export type FactTest = v.InferOutput<typeof factTest>;

/** A condition as people write it: tests by fact, all of which hold; `any`, `all`, `not`, `code`, `use`. */
export interface WrittenCondition {
  all?: WrittenCondition[];
  any?: WrittenCondition[];
  not?: WrittenCondition;
  code?: string | string[];
  /** Names of conditions of the file. */
  use?: string | string[];
  facts: Partial<Record<FactName, FactTest>>;
}

const condition: v.GenericSchema<unknown, WrittenCondition> = v.pipe(
  v.record(v.string(), v.unknown(), 'is a mapping of facts to what is asked of them'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const written: WrittenCondition = { facts: {} };
    for (const [key, value] of Object.entries(dataset.value)) {
      const schema = key in PARTS ? PARTS[key as keyof typeof PARTS] : factTest;
      if (schema === factTest && !v.is(factName, key)) {
        addIssue({ message: `${key} is no fact of facts/vocabulary.ts` });
        return NEVER;
      }
      const parsed = v.safeParse(schema, value);
      const wrong = parsed.success ? wrongValue(key, parsed.output) : parsed.issues[0].message;
      if (!parsed.success || wrong) {
        addIssue({ message: `${key}: ${wrong}` });
        return NEVER;
      }
      if (key in PARTS) Object.assign(written, { [key]: parsed.output });
      else written.facts[key as FactName] = parsed.output as FactTest;
    }
    return written;
  }),
);

const PARTS = {
  all: v.array(v.lazy(() => condition)),
  any: v.array(v.lazy(() => condition)),
  not: v.lazy(() => condition),
  code: oneOrMore(code),
  use: oneOrMore(v.string()),
};

/** A word that the fact never has is a slip. */
function wrongValue(key: string, test: unknown): string | undefined {
  if (!v.is(factName, key) || (typeof test !== 'string' && !Array.isArray(test))) return;
  const type = typeOf(key);
  if (typeof type === 'string') return;
  const word = [test].flat().find((one) => !(type as readonly unknown[]).includes(one));
  return word === undefined
    ? undefined
    : `${String(word)} is none of its values: ${type.join(', ')}`;
}

const rule = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'is lower case, words parted by hyphens'),
  ),
  on: v.picklist(RECORD_KINDS, `is one of ${RECORD_KINDS.join(', ')}`),
  when: condition,
  verdict: v.picklist(VERDICTS, 'is fails, fine or unknown'),
  says: v.pipe(v.string(), v.minLength(15, 'says in a sentence what the record shows')),
  next: v.optional(v.pipe(v.string(), v.minLength(10))),
  code: v.optional(code),
  doubts: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^\w+\./, 'is the start of names of facts'))),
  ),
  from: v.array(v.string()),
});

/** A file of knowledge/rules: sources by short name, then the rules. */
export const RuleFile = v.strictObject({
  sources: v.record(
    v.string(),
    v.strictObject({
      url: v.pipe(v.string(), v.check(isAllowedLink, 'is not an https address on an allowed host')),
      at: v.optional(v.string()),
      dated,
      says: v.pipe(v.string(), v.minLength(10)),
    }),
  ),
  rules: v.array(rule),
});

export type RuleFile = v.InferOutput<typeof RuleFile>;

const sourceIds = v.array(
  v.string(),
  'is a list of ids of sources of the entry; [] for our own reasoning',
);

const causeRule = v.pipe(
  v.strictObject({
    on: v.optional(v.picklist(RECORD_KINDS), 'signIn'),
    fits: v.optional(condition),
    ruledOut: v.optional(condition),
    from: sourceIds,
  }),
  v.check(
    ({ fits, ruledOut }) => !!(fits ?? ruledOut),
    'says neither when it fits nor when it is ruled out',
  ),
);

const answerRule = v.strictObject({
  on: v.optional(v.picklist(RECORD_KINDS), 'signIn'),
  fits: condition,
  from: sourceIds,
});

/**
 * A file of knowledge/rules/causes: conditions by name, then for each code when its causes fit and are ruled out, and
 * when a record gives an answer of its diagnosis, by the words of question and answer.
 */
export const CauseFile = v.strictObject({
  conditions: v.optional(v.record(v.string(), condition), {}),
  entries: v.record(
    code,
    v.strictObject({
      causes: v.optional(v.record(v.string(), causeRule), {}),
      answers: v.optional(v.record(v.string(), v.record(v.string(), answerRule)), {}),
    }),
  ),
});
