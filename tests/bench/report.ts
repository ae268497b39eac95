import { isMet, ratios, spreadOf, type Budget, type Measure } from './measure';
import { median } from './statistics';

function number(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

/** How many times slower or faster ours is: a quotient of one half reads as twice as fast. */
function ratioText(ratio: number, { unit, budget }: Measure): string {
  if (!ratio || !Number.isFinite(ratio)) return '';
  const isQuotientOfTheirs = budget?.kind === 'faster';
  if (!isQuotientOfTheirs && ratio >= 1) return `${number(ratio)} ×`;
  return `${number(isQuotientOfTheirs ? ratio : 1 / ratio)} × ${unit === 'ms' ? 'faster' : 'less'}`;
}

function budgetText(budget: Budget | undefined, unit: string): string {
  if (!budget) return '';
  if (budget.kind === 'ratio') return `≤ ${budget.atMost} ×`;
  if (budget.kind === 'faster') return `≥ ${budget.atLeast} × faster`;
  return `≤ ${budget.atMost} ${unit}`;
}

/** A measure as the table and the file show it. */
export function summary(measure: Measure) {
  const { what, unit, ours, against, budget, note } = measure;
  const ratio = median(ratios(measure));
  return {
    what,
    unit,
    ours: median(ours),
    against: against && { name: against.name, value: median(against.values) },
    ratio: against ? ratio : undefined,
    spread: spreadOf(measure),
    runs: ours.length,
    budget,
    isMet: isMet(measure),
    note,
  };
}

const HEADS = ['what', 'ours', 'against', 'ratio', 'spread', 'runs', 'budget', 'met'];

/** The measures as a Markdown table, padded so that it reads well in a terminal too. */
export function table(measures: Measure[]): string {
  const rows = measures.map((measure) => {
    const { what, unit, ours, against, ratio, spread, runs, budget, isMet } = summary(measure);
    return [
      what,
      `${number(ours)} ${unit}`,
      against ? `${number(against.value)} ${unit} (${against.name})` : '',
      ratioText(ratio ?? 0, measure),
      Number.isFinite(spread) ? `${Math.round(spread * 100)} %` : '',
      String(runs),
      budgetText(budget, unit),
      isMet === undefined ? '' : isMet ? 'yes' : 'NO',
    ];
  });
  const widths = HEADS.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(HEADS), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}
