import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeKqlChecker, type KqlSchema } from '../../../compiler/checks/kusto';
import type { Entry } from '../../../lookup/entry';
import { COLUMNS, EXPORTS, knowledgeRow, type KnowledgeRow } from '../../../report/knowledge-table';
import { exportFaults } from '../../../scripts/check-export';

const checkKql = makeKqlChecker(
  parse(readFileSync('knowledge/schema-kql.yml', 'utf8')) as KqlSchema,
);

const row = (more: Partial<KnowledgeRow> = {}): KnowledgeRow => ({
  Code: 'AADSTS50126',
  Name: 'InvalidUserNameOrPassword',
  Title: 'Wrong user name or password',
  Severity: 'medium',
  WhoActs: 'user',
  Summary: 'The name, or the password, was “wrong”.',
  Link: 'https://login.microsoftonline.com/error?code=50126',
  ...more,
});

const HOSTILE = [
  row({ Title: 'He said "no", then; C:\\temp\\' }),
  row({ Code: '0x801C03ED', Summary: '=HYPERLINK("https://contoso.com")', Name: '@SUM(A1)' }),
  row({ Code: 'EVENT360', Title: '-1+1', Summary: '+1', Severity: '', WhoActs: '', Link: '' }),
  row({ Code: 'AADSTS1', Summary: 'Anführung, 漢字 and // no comment ];' }),
];

describe('the export of the knowledge', () => {
  it('is read back as it was written, by the grammars of its formats', () => {
    expect(exportFaults(HOSTILE, checkKql)).toEqual([]);
  });

  it('holds no cell that a spreadsheet would run', () => {
    for (const format of ['csv', 'watchlist'] as const) {
      const { data } = Papa.parse<string[]>(EXPORTS[format](HOSTILE).text.replace('\uFEFF', ''));
      expect(data.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
      expect(data[0]).toEqual([...COLUMNS]);
    }
  });

  it('gives the watchlist its search key as the very first characters', () => {
    expect(EXPORTS.watchlist(HOSTILE).text).toMatch(/^Code,/);
  });

  it('is told apart from a broken one', () => {
    const broken = (make: (text: string) => string, format: keyof typeof EXPORTS) => {
      const whole = EXPORTS[format];
      EXPORTS[format] = (rows) => ({ ...whole(rows), text: make(whole(rows).text) });
      try {
        return exportFaults(HOSTILE, checkKql).join('\n');
      } finally {
        EXPORTS[format] = whole;
      }
    };
    expect(broken((text) => text.replace('AADSTS50126', 'AADSTS50127'), 'csv')).toMatch(
      /row 1: Code/,
    );
    expect(broken((text) => text.replace("'=HYP", '=HYP'), 'watchlist')).toMatch(
      /would run a cell/,
    );
    expect(broken((text) => text.replace('Title:string', 'Title:text'), 'kql')).toMatch(
      /\.kql, line/,
    );
    expect(broken((text) => text.replace('// | lookup kind', '// | lookup knd'), 'kql')).toMatch(
      /with its example, line/,
    );
    expect(broken((text) => text.replace('"medium"', '"low"'), 'json')).toMatch(/Severity of/);
  });

  it('links to the vendor’s page before any other', () => {
    const entry = {
      code: 'AADSTS50126',
      title: 'Wrong',
      summary: 'Wrong.',
      sources: [
        { url: 'https://github.com/contoso/a', kind: 'community', says: '' },
        { url: 'https://learn.microsoft.com/b', kind: 'vendor', says: '' },
      ],
    } as unknown as Entry;
    expect(knowledgeRow(entry)).toEqual(
      row({
        Title: 'Wrong',
        Name: '',
        Summary: 'Wrong.',
        Severity: '',
        WhoActs: '',
        Link: 'https://learn.microsoft.com/b',
      }),
    );
  });
});
