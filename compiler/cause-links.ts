import type { Cause, FixStep } from '../lookup/entry';
import { textOf } from './inline';

/** Words in the braces behind a step that are no ids. */
const GENERAL = 'all';
const RISKY = 'risky';

/** What the braces behind a step say. */
export interface StepLinks {
  causes?: string[];
  risky?: true;
  isGeneral: boolean;
}

/** Reads `{proxy, risky}` behind a step. */
export function readStepLinks(marks: string[][]): StepLinks {
  const words = marks.flat();
  const causes = words.filter((word) => word !== GENERAL && word !== RISKY);
  return {
    ...(causes.length && { causes }),
    ...(words.includes(RISKY) && { risky: true }),
    isGeneral: words.includes(GENERAL),
  };
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What is wrong with the id of a cause. */
export function causeIdProblem(marks: string[][], label: string): string | undefined {
  const ids = marks.flat();
  const [id] = ids;
  if (!id || ids.length > 1)
    return `"${label}": a cause has one id in braces behind its label: "**${label}** {short-id}: how to tell"`;
  if (!ID.test(id) || id === GENERAL || id === RISKY)
    return `{${id}}: the id of a cause is short, lower case, words parted by hyphens, and not "${GENERAL}" or "${RISKY}"`;
  return undefined;
}

/** Ids that no cause has. */
export function unknownCauses(ids: string[], causes: Cause[]): string[] {
  return ids.filter((id) => !causes.some((cause) => cause.id === id));
}

/**
 * Checks that causes and steps lead to each other.
 * @param causes The causes of the entry, with ids.
 * @param steps Its steps.
 * @returns Messages about causes without a step.
 */
export function causesWithoutStep(causes: Cause[], steps: FixStep[]): string[] {
  const fixed = new Set(steps.flatMap((step) => step.causes ?? []));
  return causes.flatMap(({ id, name }) =>
    id && !fixed.has(id)
      ? [
          `no step of Fix ends the cause "${textOf(name)}"; add {${id}} behind the step that does, or a step ({${GENERAL}} ends no cause)`,
        ]
      : [],
  );
}

/**
 * Checks that the diagnosis leads to each cause, since a reader who has one that it leaves out ends at another.
 * @param causes The causes of the entry, with ids.
 * @param ended Ids of the causes that its ends stand for.
 * @returns Messages about causes without an end.
 */
export function causesWithoutEnd(causes: Cause[], ended: ReadonlySet<string>): string[] {
  return causes.flatMap(({ id, name }) =>
    id && !ended.has(id)
      ? [
          `no end of the diagnosis stands for the cause "${textOf(name)}"; ask what tells it apart, or add {${id}} behind the end at which it can't be told apart`,
        ]
      : [],
  );
}
