import type { LogReport } from '../log/report';
import { i18n } from './i18n';

/** Texts that name what is counted: rows, or the sign-ins that the rows of a log gather. */
type Counting =
  | 'rows'
  | 'onlyCode'
  | 'expectedCodes'
  | 'whoAndWhere'
  | 'timeline'
  | 'quiet'
  | 'withoutTime'
  | 'inYourLog';

/** A text that says what it counts. */
export type CountingWords = (name: Counting, values?: string[]) => string;

/** @returns The texts of a report that name what it counts. */
export function countingWords({ gatheredIn }: Pick<LogReport, 'gatheredIn'>): CountingWords {
  return (name, values = []) =>
    i18n.t(gatheredIn === undefined ? `log.${name}` : `log.gatheredIn.${name}`, values);
}
