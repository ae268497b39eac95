import type { AnswerRule, CauseRule, CodeRules } from '../diagnosis/rule';
import type { Condition } from '../diagnosis/condition';
import type { Entry, Question, Sentence } from '../lookup/entry';
import { conditionOf } from './compile-rules';
import { textOf } from './inline';
import type { Problem } from './problem';
import { CauseFile, type WrittenCondition } from './rule-schema';
import { holdToSchema, nearest, readYaml } from './yaml-file';

const wordsOf = (sentence: Sentence): string => textOf(sentence).trim();

/** Every question of a diagnosis with the answers that lead to it. */
function questionsOf(question: Question, path = ''): { path: string; question: Question }[] {
  return [
    { path, question },
    ...question.answers.flatMap(({ next }, at) =>
      'end' in next ? [] : questionsOf(next, path ? `${path}.${at}` : String(at)),
    ),
  ];
}

/** Indexes of the sources that a statement names. */
function sourcesIn(sentence: Sentence): Set<number> {
  return new Set(sentence.flatMap((run) => (typeof run === 'object' && 'e' in run ? run.e : [])));
}

/**
 * Compiles one file of knowledge/rules/causes. A rule says no more than its cause: it names a cause of the entry, rests on
 * sources that this cause rests on, and a question and its answers are those of the entry, word by word. What an answer
 * rests on is checked here and not shipped: the value that gives it is shown beside it.
 *
 * @param file Its path from the root of the project.
 * @param source Its text.
 * @param entries The English entries by code.
 * @param known Codes that another file has rules for.
 * @returns What a record can tell of each code, none where something is wrong; and what is wrong, by line.
 */
export function compileCauseRules(
  file: string,
  source: string,
  entries: ReadonlyMap<string, Entry>,
  known: ReadonlySet<string>,
): { causes: Record<string, CodeRules>; problems: Problem[] } {
  const problems: Problem[] = [];
  const complain = (line: number, message: string) => problems.push({ file, line, message });
  const yaml = readYaml(source, complain);
  const written = yaml && holdToSchema(CauseFile, yaml, complain);
  if (!yaml || !written) return { causes: {}, problems };

  const causes: Record<string, CodeRules> = {};
  for (const [code, { causes: ownCauses, answers }] of Object.entries(written.entries)) {
    const at = (...path: (string | number)[]) => yaml.lineOf(['entries', code, ...path]);
    const entry = entries.get(code);
    if (!entry) {
      complain(at(), `${code} has no entry`);
      continue;
    }
    if (known.has(code)) complain(at(), `${code}: another file has its rules`);
    const compiled = (line: number, one: WrittenCondition): Condition => {
      try {
        return conditionOf(one, written.conditions);
      } catch (error) {
        complain(line, `${code}: ${(error as Error).message}`);
        return { all: [] };
      }
    };

    const rules = Object.entries(ownCauses).map(([id, rule]): CauseRule => {
      const line = at('causes', id);
      const cause = entry.causes?.find((one) => one.id === id);
      if (!cause) {
        const ids = (entry.causes ?? []).flatMap((one) => one.id ?? []);
        const meant = nearest(id, ids);
        complain(
          line,
          `${code}: {${id}} is the id of no cause; ${meant ? `did you mean "${meant}"?` : `its causes: ${ids.join(', ')}`}`,
        );
      }
      const told = cause ? sourcesIn([...cause.name, ...cause.tell]) : new Set<number>();
      const from = rule.from.map((name) => {
        const index = entry.sources.findIndex((one) => one.id === name);
        if (cause && !told.has(index))
          complain(
            line,
            `${code}: the cause {${id}} does not rest on "${name}"; cite what it cites`,
          );
        return index;
      });
      return {
        cause: id,
        on: rule.on,
        ...(rule.fits && { fits: compiled(line, rule.fits) }),
        ...(rule.ruledOut && { ruledOut: compiled(line, rule.ruledOut) }),
        from,
      };
    });

    const questions = entry.diagnosis ? questionsOf(entry.diagnosis) : [];
    const answerRules = Object.entries(answers).flatMap(([ask, given]): AnswerRule[] => {
      const line = at('answers', ask);
      const found = questions.filter(({ question }) => wordsOf(question.ask) === ask);
      if (!found.length) {
        const meant = nearest(
          ask,
          questions.map(({ question }) => wordsOf(question.ask)),
        );
        complain(
          line,
          `${code}: "${ask}" is no question of its diagnosis${meant ? `; did you mean "${meant}"?` : ''}`,
        );
      }
      return found.flatMap(({ path, question }) =>
        Object.entries(given).flatMap(([words, { on, fits, from }]): AnswerRule[] => {
          const answer = question.answers.findIndex(({ when }) => wordsOf(when) === words);
          if (answer < 0) {
            complain(
              at('answers', ask, words),
              `${code}: "${words}" is no answer to "${ask}": ${question.answers.map(({ when }) => wordsOf(when)).join(', ')}`,
            );
            return [];
          }
          for (const name of from)
            if (!entry.sources.some(({ id }) => id === name))
              complain(at('answers', ask, words), `${code}: "${name}" is no source of the entry`);
          return [{ path, answer, on, when: compiled(line, fits) }];
        }),
      );
    });
    causes[code] = { causes: rules, answers: answerRules };
  }
  return { causes: problems.length ? {} : causes, problems };
}
