import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvTable } from '../../../report/csv-table';

const ROWS = [
  ['Code', 'Title'],
  ['AADSTS50126', 'Wrong user name, or "password"'],
  ['=1+1', '@SUM(A1)'],
  ['-2', 'a\nb | <b>[x](https://contoso.com)</b>'],
];

describe('CSV', () => {
  it('gives every cell back but for formulas, which a spreadsheet shows as text', () => {
    const { data } = Papa.parse<string[]>(csvTable(ROWS), { skipEmptyLines: true });
    expect(data).toEqual([
      ...ROWS.slice(0, 2),
      ["'=1+1", "'@SUM(A1)"],
      ["'-2", 'a b | <b>[x](https://contoso.com)</b>'],
    ]);
  });
});
