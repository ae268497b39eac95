// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { LogPatterns } from '../../../components/log-patterns';
import { findPatterns } from '../../../log/patterns/find-patterns';
import type { LogFilter } from '../../../log/report';
import { APPS, OFFICES, ordinary, signIn, spray, userOf } from '../../fixtures/log/sign-ins';
import { rowsOf, shippedRules } from '../log/reading';

vi.mock('../../../components/i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values].join(' ') },
}));

it('narrowed to what a pattern is about, the report holds every row that shows it', async () => {
  const guessed = Array.from({ length: 12 }, (_, at) =>
    signIn({
      minute: 60 + at,
      user: userOf(150),
      ...(at % 2 ? APPS.portal : APPS.teams),
      ...(at % 2 ? OFFICES.unknown : OFFICES.madrid),
      ...(at < 11 && { code: 50126 }),
    }),
  );
  const patterns = findPatterns(await rowsOf([...ordinary(50), ...guessed]), shippedRules());
  expect(patterns.map(({ pattern }) => pattern)).toEqual(['failures-then-success']);
  const root = document.createElement('div');
  const narrow = vi.fn<(filter: LogFilter) => void>();
  render(h(LogPatterns, { patterns, unit: 'row', copy: async () => true, narrow }), root);
  root.querySelector<HTMLButtonElement>('button.link')!.click();
  const [filter] = narrow.mock.lastCall!;
  const fits = patterns[0]!.rows.filter((row) =>
    Object.entries(filter).every(
      ([field, value]) => row[field as keyof LogFilter & keyof typeof row] === value,
    ),
  );
  expect(fits).toHaveLength(12);
});

it('says how many rows show a pattern, and how many of them are listed', async () => {
  const tried = [...spray(60), signIn({ minute: 75, ...APPS.portal, ...OFFICES.unknown })];
  const patterns = findPatterns(await rowsOf([...ordinary(50), ...tried]), shippedRules());
  const root = document.createElement('div');
  render(h(LogPatterns, { patterns, unit: 'row', copy: async () => true, narrow: () => {} }), root);
  const summary = root.querySelector('[data-pattern=spray] summary')!;
  expect(summary.textContent).toBe('log.showSomeRows 61 50');
  expect(root.querySelectorAll('[data-pattern=spray] tbody tr')).toHaveLength(50);
});
