import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Code } from '../detection/code';
import { FREQUENCIES, type Frequency } from '../lookup/index-line';
import { MATTERS } from '../lookup/subject';
import { stemmedPhrase, type SynonymLists } from '../lookup/synonyms';
import type { Problem } from './problem';
import { holdToSchema, readYaml } from './yaml-file';

/** What helps the search beside the entries, from knowledge/search. */
export interface SearchData {
  synonyms: SynonymLists;
  /** What names a matter, for each of MATTERS. */
  subject: SynonymLists;
  frequency: ReadonlyMap<Code, Frequency>;
  /** Of each of the service's own messages under a code the terms, parted by blanks, and its sentences by PARTED. */
  messageTerms: ReadonlyMap<Code, readonly string[]>;
}

/** Matters of which a phrase stands for all that mean the same. */
const LEADING_HERE = new Set<string>(['ours', 'federation', 'signIn']);

const FOLDER = 'knowledge/search';
const text = v.pipe(v.string(), v.nonEmpty());
const SynonymsFile = v.array(v.pipe(v.array(text), v.minLength(2)));
const SubjectFile = v.record(v.picklist(MATTERS), v.array(v.array(text)));
const FrequencyFile = v.record(v.picklist(FREQUENCIES), v.array(text));
const MessageTermsFile = v.record(text, text);
const MessageVariantsFile = v.record(text, v.array(v.strictObject({ words: text, from: text })));

/**
 * Reads synonyms, frequencies and the terms of messages.
 * @param root The root of the project, which holds `knowledge/search/`.
 * @param codes Codes that have entries.
 */
export async function readSearchData(
  root: string,
  codes: ReadonlySet<Code>,
): Promise<SearchData & { problems: Problem[] }> {
  const problems: Problem[] = [];
  const read = async <Schema extends v.GenericSchema>(name: string, schema: Schema) => {
    const file = `${FOLDER}/${name}.yml`;
    const complain = (line: number, message: string) => problems.push({ file, line, message });
    const yaml = readYaml(await readFile(join(root, file), 'utf8'), complain);
    const value = yaml && holdToSchema(schema, yaml, complain);
    return { value, complain, lineOf: (...path: (string | number)[]) => yaml?.lineOf(path) ?? 1 };
  };

  const synonyms = await read('synonyms', SynonymsFile);
  synonyms.value?.forEach((list, at) => {
    const known = new Set<string>();
    list.forEach((phrase, index) => {
      const words = stemmedPhrase(phrase);
      if (!words || known.has(words))
        synonyms.complain(
          synonyms.lineOf(at, index),
          words
            ? `"${phrase}" is found by what stands before it in this list; take it out`
            : `"${phrase}" has no word that could be found; take it out`,
        );
      known.add(words);
    });
  });

  const subject = await read('subject', SubjectFile);
  // What one means is meant by all of its list.
  const alike = new Map(
    (synonyms.value ?? []).map((list): [string, string[]] => [stemmedPhrase(list[0]!), list]),
  );
  const matters = MATTERS.map((matter) => {
    const lists = subject.value?.[matter] ?? [];
    const known = new Set<string>();
    const phrases = lists.flat();
    for (const phrase of phrases) {
      const words = stemmedPhrase(phrase);
      if (!words || known.has(words))
        subject.complain(
          subject.lineOf(
            matter,
            lists.findIndex((list) => list.includes(phrase)),
          ),
          words
            ? `"${phrase}" is found by what stands before it under ${matter}; take it out`
            : `"${phrase}" has no word that could be found; take it out`,
        );
      known.add(words);
    }
    if (!LEADING_HERE.has(matter)) return phrases;
    return phrases.flatMap((phrase) => alike.get(stemmedPhrase(phrase)) ?? [phrase]);
  });

  const frequency = await read('frequency', FrequencyFile);
  const frequencyOf = new Map<Code, Frequency>();
  for (const [name, listed = []] of Object.entries(frequency.value ?? {})) {
    listed.forEach((code, at) => {
      const line = frequency.lineOf(name, at);
      if (!codes.has(code)) frequency.complain(line, `${code} has no entry; take it out`);
      if (frequencyOf.has(code)) frequency.complain(line, `${code} stands twice; keep one`);
      frequencyOf.set(code, name as Frequency);
    });
  }

  const messages = await read('message-terms', MessageTermsFile);
  const variants = await read('message-variants', MessageVariantsFile);
  const messageTerms = new Map<Code, string[]>();
  for (const [code, terms] of Object.entries(messages.value ?? {})) messageTerms.set(code, [terms]);
  for (const [code, more] of Object.entries(variants.value ?? {}))
    messageTerms.set(code, [...(messageTerms.get(code) ?? []), ...more.map(({ words }) => words)]);
  for (const { value, complain, lineOf } of [messages, variants]) {
    for (const code of Object.keys(value ?? {}))
      if (!codes.has(code)) complain(lineOf(code), `${code} has no entry; take it out`);
  }
  return {
    synonyms: synonyms.value ?? [],
    subject: matters,
    frequency: frequencyOf,
    messageTerms,
    problems,
  };
}
