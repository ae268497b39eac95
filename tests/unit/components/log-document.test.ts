import { expect, it, vi } from 'vitest';
import { logDocument } from '../../../components/log-document';
import type { LogReport } from '../../../log/report';
import { makeReport } from '../log/make-report';

vi.mock('../../../components/i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values].join(' ') },
}));

const weights = { act: 10, look: 5, unknown: 0, expected: 25, success: 60 };

it('a report that is sent on counts every row, and gives the share that the page gives', () => {
  const { paragraphs } = logDocument(makeReport({ total: 100, weights }), () => '');
  expect(paragraphs).toContain(
    'log.rows: 100 · log.weight.act: 10 · log.weight.look: 5 · log.weight.expected: 25 · log.weight.success: 60 · log.share 85%',
  );
});

it('says that rows were gathered, and that others were counted once', () => {
  const report = makeReport({ gatheredIn: 270 });
  report.unread.repeated = 9;
  const { paragraphs } = logDocument(report, () => '');
  expect(paragraphs).toContain('log.gathered 270');
  expect(paragraphs).toContain('log.repeated 9');
  expect(logDocument(makeReport(), () => '').paragraphs.join()).not.toMatch(/gathered|repeated/);
});

it('says that a spreadsheet has rounded codes', () => {
  const report = makeReport();
  report.unread.codes = { rows: 12, samples: ['5.01E+04', '5.30E+04'] };
  expect(logDocument(report, () => '').paragraphs).toContain(
    'log.roundedCodes 12 5.01E+04, 5.30E+04',
  );
  expect(logDocument(makeReport(), () => '').paragraphs.join()).not.toContain('rounded');
});

it('counts sign-ins in the words of sign-ins where rows gather them', () => {
  const textOf = (report: LogReport) => JSON.stringify(logDocument(report, () => ''));
  const rows = textOf(makeReport());
  const signIns = textOf(makeReport({ gatheredIn: 60 }));
  expect(rows).toMatch(/"log\.rows"/);
  expect(rows).not.toContain('log.gatheredIn');
  expect(signIns).toMatch(/"log\.gatheredIn\.rows: /);
  expect(signIns).toMatch(/log\.gatheredIn\.timeline/);
  expect(signIns).not.toMatch(/log\.(?:rows|timeline)\b/);
});

it('leaves the users of a code empty where the log has none', () => {
  const { sections } = logDocument(makeReport(), () => '');
  const { head, rows } = sections.find(({ heading }) => heading === 'log.byCode')!.table!;
  const users = head.indexOf('log.by.user');
  const usersOf = (code: string) => rows.find(([one]) => one === code)![users];
  expect(usersOf('AADSTS50126')).toBe('331');
  expect(usersOf('AADSTS7000222')).toBe('');
});

it('ends with the long table of times, without columns that count nothing', () => {
  const last = logDocument(makeReport(), () => '').sections.at(-1)!;
  expect(last.table!.head).toEqual([
    'log.from',
    'log.weight.act',
    'log.weight.look',
    'log.weight.expected',
    'log.weight.success',
  ]);
  expect(last.table!.rows).toHaveLength(30);
});

it('names the code of a pattern in words, and says once what a command is for', () => {
  const { sections } = logDocument(makeReport(), (code) => `Title of ${code}`);
  const paragraphs = (start: string) =>
    sections.find(({ heading }) => heading.includes(start))!.paragraphs.join('\n');
  expect(paragraphs('Contoso HR')).toContain('AADSTS7000222: Title of AADSTS7000222');
  expect(paragraphs('203.0.113.66')).not.toContain('Title of');
  const commands = sections.flatMap((section) => section.commands ?? []);
  expect(commands).toEqual([expect.stringMatching(/^SigninLogs/)]);
});

it('names who has at least half of the rows of a code, where there are some', () => {
  const [first] = makeReport().codes;
  const usersOf = (count: number, top: number) => {
    const users = { distinct: 5, top: [{ value: 'scanner@contoso.com', count: top }], missing: 0 };
    const codes = [{ ...first!, count, tallies: { ...first!.tallies, users } }];
    const { sections } = logDocument(makeReport({ codes }), () => '');
    return sections.find(({ heading }) => heading === 'log.byCode')!.table!.rows[0]![4];
  };
  expect(usersOf(1600, 1260)).toBe('5, log.mostly scanner@contoso.com 1,260');
  expect(usersOf(1600, 799)).toBe('5');
  expect(usersOf(9, 9)).toBe('5');
});
