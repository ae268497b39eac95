import { percentile, spread } from './statistics';

/** What a measure must keep to. `reached` is said of a budget that is still missed: from there the smoke run counts. */
export type Budget =
  /** Ours divided by the other side. */
  | { kind: 'ratio'; atMost: number; reached?: number }
  /** The other side divided by ours. */
  | { kind: 'faster'; atLeast: number; reached?: number }
  /** Ours alone. Never used where only ratios mean something. */
  | { kind: 'value'; atMost: number };

/** One line of the table: what was measured in one run. Values of the same round stand at the same place. */
export interface Measure {
  what: string;
  unit: string;
  ours: number[];
  /** A floor, a rival, or ourselves under other conditions. */
  against?: { name: string; values: number[] };
  budget?: Budget;
  /** What the reader should know about how it was taken. */
  note?: string;
}

/**
 * The quotient that the budget speaks of, as the median over the rounds. A round measures both sides one after the
 * other, so that what disturbs the machine for a while falls out.
 */
export function ratios({ ours, against, budget }: Measure): number[] {
  return (against?.values ?? []).map((other, at) =>
    budget?.kind === 'faster' ? other / ours[at]! : ours[at]! / other,
  );
}

/**
 * Whether the budget is kept by the median.
 * @returns undefined where there is no budget.
 */
export function isMet(measure: Measure): boolean | undefined {
  return keeps(measure, 0.5, 1);
}

/**
 * Whether the budget, or what was reached of it so far, is missed by so much that no busy machine explains it: by more than
 * the slack in three rounds of four.
 * @param slack How much worse is let pass: 1.5 lets pass half as much again.
 */
export function isBroken(measure: Measure, slack: number): boolean {
  return keeps(measure, 0.25, slack * shortOf(measure.budget)) === false;
}

/** How many times worse than the budget what was reached is; 1 where the budget was met. */
function shortOf(budget: Budget | undefined): number {
  if (!budget || budget.kind === 'value' || !budget.reached) return 1;
  return budget.kind === 'ratio' ? budget.reached / budget.atMost : budget.atLeast / budget.reached;
}

/** @param share Of the rounds, the best first, the one at which the budget has to be kept. */
function keeps(measure: Measure, share: number, slack: number): boolean | undefined {
  const { budget, ours } = measure;
  if (!budget) return undefined;
  if (budget.kind === 'value') return percentile(ours, share) <= budget.atMost * slack;
  return budget.kind === 'ratio'
    ? percentile(ratios(measure), share) <= budget.atMost * slack
    : percentile(ratios(measure), 1 - share) >= budget.atLeast / slack;
}

/** Spread of what the budget speaks of: of the ratios where there are some, else of our values. */
export function spreadOf(measure: Measure): number {
  const values = ratios(measure);
  return spread(values.length ? values : measure.ours);
}
