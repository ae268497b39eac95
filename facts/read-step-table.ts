import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { factOfHeading, headingForm } from './sign-in-fields';
import { SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import { tableAt } from './table-rows';
import type { TakenLines } from './taken-lines';
import { isMoment } from './value-forms';

/** The column that every such table has. */
const HINT = headingForm('signIn.authenticationMethod');

/** A longer line is no head. */
const LONGEST_HEAD = 400;

/** How many columns of steps make such a table. */
const LEAST_COLUMNS = 3;

const isOfStep = (name: SignInFactName | undefined): name is SignInFactName =>
  name?.startsWith('signIn.authentication') === true;

const areSteps = (headings: readonly string[]): boolean =>
  headings.filter((heading) => isOfStep(factOfHeading(heading))).length >= LEAST_COLUMNS;

/**
 * Reads the tab with the steps of an authentication, whose rows are a table.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readStepTables(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.cell | SIGN.comma)) continue;
    const { text } = lines[at]!;
    const table =
      text.length <= LONGEST_HEAD && HINT.test(text) ? tableAt(lines, at, areSteps) : undefined;
    if (!table) continue;
    const signIn = new SignIn();
    for (const { cells: parted, from } of table.rows) {
      const cells = asManyAs(table.headings, parted);
      table.headings.forEach((heading, column) => {
        const name = factOfHeading(heading);
        const cell = cells[column];
        if (isOfStep(name) && cell)
          signIn.add(name, heading, cell, { line: lines[from]!.number, cell: heading });
      });
    }
    for (let own = at; own < table.end; own++) taken.add(own);
    const [from, to] = [lines[at]!.number, lines[table.end - 1]!.number];
    if (signIn.facts.length) records.push(signIn.record('Sign-in details', from, to, false));
    at = table.end - 1;
  }
  return records;
}

/**
 * The cells of a row that its own commas or semicolons parted further: those in a time and in the result of a step, which is
 * a sentence.
 */
function asManyAs(headings: readonly string[], cells: readonly string[]): readonly string[] {
  const [day = '', clock = ''] = cells;
  const isTime = !isMoment(day) && isMoment(`${day}, ${clock}`);
  const whole = isTime ? [`${day}, ${clock}`, ...cells.slice(2)] : cells;
  const extra = whole.length - headings.length;
  if (extra < 1) return whole;
  const at = headings.findIndex((one) => factOfHeading(one) === 'signIn.authenticationResult');
  if (at < 0) return whole;
  return whole.toSpliced(at, extra + 1, whole.slice(at, at + extra + 1).join('; '));
}
