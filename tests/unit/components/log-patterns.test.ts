// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { LogPatterns } from '../../../components/log-patterns';
import type { Code } from '../../../detection/code';
import { findPatterns } from '../../../log/patterns/find-patterns';
import type { FoundPattern } from '../../../log/patterns/found-pattern';
import type { LogFilter } from '../../../log/report';
import type { IndexLine } from '../../../lookup/index-line';
import {
  APPS,
  appSignIn,
  OFFICES,
  ordinary,
  signIn,
  spray,
  userOf,
} from '../../fixtures/log/sign-ins';
import { rowsOf, shippedRules } from '../log/reading';

vi.mock('../../../components/i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values].join(' ') },
}));

const LINE = { title: "App's client secret has expired" } as IndexLine;
const choose = vi.fn<(code: Code) => void>();

function show(
  patterns: FoundPattern[],
  root: Element,
  narrow: (filter: LogFilter) => void = () => {},
  filter: LogFilter = {},
) {
  const props = { patterns, filter, copy: async () => true, narrow, lineOf: () => LINE, choose };
  render(h(LogPatterns, { unit: 'row', ...props }), root);
}

it('names the code of a pattern in words, and opens its entry', async () => {
  const expired = Array.from({ length: 30 }, (_, at) =>
    appSignIn({ minute: at * 5, ...(at > 14 && { code: 7000222 }) }),
  );
  const patterns = findPatterns(await rowsOf([...ordinary(50), ...expired]), shippedRules());
  const root = document.createElement('div');
  show(patterns, root);
  const link = root.querySelector<HTMLAnchorElement>('[data-pattern=app-since] a')!;
  expect(link.textContent).toBe(LINE.title);
  link.click();
  expect(choose).toHaveBeenCalledExactlyOnceWith('AADSTS7000222');
  // A spray is of several codes.
  show(findPatterns(await rowsOf(spray(60)), shippedRules()), root);
  expect(root.querySelector('[data-pattern=spray] > p a')).toBeNull();
});

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
  show(patterns, root, narrow);
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
  show(patterns, root);
  const summary = root.querySelector('[data-pattern=spray] summary')!;
  expect(summary.textContent).toBe('log.showSomeRows 61 50');
  expect(root.querySelectorAll('[data-pattern=spray] tbody tr')).toHaveLength(50);
});

it('its button names what it narrows to, one client too, and is gone where that has been done', async () => {
  const mail = Array.from({ length: 4 }, () =>
    signIn({ user: userOf(3), code: 53003, clientApp: 'IMAP4' }),
  );
  const patterns = findPatterns(await rowsOf([...ordinary(50), ...mail]), shippedRules());
  expect(patterns.map(({ pattern }) => pattern)).toEqual(['legacy-client']);
  const root = document.createElement('div');
  const narrow = vi.fn<(filter: LogFilter) => void>();
  show(patterns, root, narrow);
  const button = root.querySelector<HTMLButtonElement>('button.link')!;
  expect(button.textContent).toBe('log.narrow IMAP4');
  button.click();
  expect(narrow).toHaveBeenCalledExactlyOnceWith({ clientApp: 'IMAP4' });
  show(patterns, root, narrow, { clientApp: 'IMAP4' });
  expect(root.querySelector('button.link')).toBeNull();
});
