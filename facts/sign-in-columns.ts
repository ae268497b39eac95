import { saysCode } from './pane-lines';
import { addJsonCell } from './read-sign-in-json';
import { factOfHeading, plainHeading } from './sign-in-fields';
import { JSON_HEADINGS } from './sign-in-paths';
import { SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';

/** A column of an export: its heading, the fact that its cells are, and the path of the JSON that they hold. */
interface Column {
  heading: string;
  name: SignInFactName | undefined;
  jsonPath: string | undefined;
}

/** `Fehlercode bei der Anmeldung`: a wording of the code that no table holds; not `Access code`. */
const ERROR = /err|fehler|fout|エラー|错误/i;
const isOtherCode = (heading: string) => ERROR.test(heading) && saysCode(heading);

/** @returns The columns that headings name. */
export function columnsOf(headings: readonly string[]): Column[] {
  const names = headings.map(factOfHeading);
  const other = names.includes('signIn.errorCode') ? -1 : headings.findIndex(isOtherCode);
  return headings.map((heading, column) => ({
    heading: heading.trim(),
    name: column === other ? 'signIn.errorCode' : names[column],
    jsonPath: JSON_HEADINGS[plainHeading(heading)],
  }));
}

/**
 * @param columns The columns of an export.
 * @param row The cells of a row.
 * @param line The line that it begins in.
 * @param isKept Whether its facts are kept; otherwise it is only counted, by code and status.
 */
export function signInOfRow(
  columns: readonly Column[],
  row: readonly string[],
  line: number,
  isKept: boolean,
): SignIn {
  const signIn = new SignIn();
  columns.forEach(({ heading, name, jsonPath }, column) => {
    const cell = row[column];
    if (!cell) return;
    if (jsonPath && /^[[{]/.test(cell)) {
      if (isKept) addJsonCell(signIn, cell, jsonPath, line);
    } else if (name && (isKept || name === 'signIn.errorCode' || name === 'signIn.status'))
      signIn.add(name, heading, cell, { line, cell: heading });
  });
  return signIn;
}
