import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

type Declarations = Map<string, string>;

/** The declarations of each selector, those that come later in place of earlier ones. Rules within others are left out. */
function rulesOf(css: string): Map<string, Declarations> {
  const rules = new Map<string, Declarations>();
  const flat = css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  for (const [, selectors = '', body = ''] of flat.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    for (const selector of selectors.split(',').map((one) => one.trim())) {
      const rule = rules.get(selector) ?? new Map<string, string>();
      rules.set(selector, rule);
      for (const declaration of body.split(';')) {
        const colon = declaration.indexOf(':');
        if (colon < 0) continue;
        const value = declaration.slice(colon + 1).replace(/\s+/g, ' ');
        rule.set(declaration.slice(0, colon).trim(), value.trim());
      }
    }
  return rules;
}

const SHEETS = rulesOf(
  [
    'components/tokens.css',
    'components/entry.css',
    'components/pages.css',
    'entrypoints/popup/popup.css',
  ]
    .map(read)
    .join('\n'),
);

/** A value of the sheets with its colors as they are in one theme. */
function inTheme(value: string, theme: 'light' | 'dark'): string {
  return value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const token = SHEETS.get('.signpost')!.get(name)!;
    return new RegExp(`--if-${theme}, ([^)]+)`).exec(token)?.[1] ?? token;
  });
}

const [, first = ''] = /<style>([^]*?)<\/style>/.exec(read('entrypoints/popup/index.html'))!;
const [light = '', dark = ''] = first.split('@media (prefers-color-scheme: dark) {');

it('the first frame of the popup has the values of its style sheets, so that nothing jumps when they come', () => {
  let compared = 0;
  for (const [theme, css] of [
    ['light', light],
    ['dark', dark],
  ] as const)
    for (const [selector, declarations] of rulesOf(css))
      for (const [property, value] of declarations) {
        const sheet = SHEETS.get(selector);
        // A heading has no margin anyway; the line below the field is one declaration in the sheets.
        if (selector === '.hidden' && property === 'margin') continue;
        const name = property === 'border-color' ? 'border-bottom' : property;
        const wanted = inTheme(sheet?.get(name) ?? '', theme);
        const given = property === 'border-color' ? `1px solid ${value}` : value;
        expect(`${theme} ${selector} ${name}: ${given}`).toBe(
          `${theme} ${selector} ${name}: ${wanted}`,
        );
        compared++;
      }
  expect(compared).toBeGreaterThan(25);
});
