import { expect } from 'vitest';

/** What punishes a careless RegExp: each is repeated until the text is long. */
export const HOSTILE_PIECES = [
  '1',
  '12345,',
  'AADSTS',
  'AADSTS1234 ',
  '0x',
  '0x801C03E',
  ' ',
  '\n',
  'Error Code: ',
  'Error Code:            1',
  'error_codes":[1,',
  'ResultType in (',
  'code ',
  'Correlation ID: ',
  'Trace ID: 790d21d9-',
  'App name: ',
  'App name: a a',
  'User: a@',
  'User: a@a.a.',
  'IP address: 1.2.',
  'IP address: a:',
  '%3a%',
  '\\r\\n',
  'código de error de ',
  'status{{{{',
];

/** Repeats a piece until the text is that long. */
const textOf = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

/** A quantifier without an upper bound, once classes and escapes are gone. */
const UNBOUNDED = /[*+]|\{\d+,\}/;

/**
 * Counts the characters that RegExps pass over: each call from where it starts to where its match ends, or to the end
 * of the text where there is none. What a pattern does at one place is bounded, since it may not repeat without end.
 */
function countScanned(run: (text: string) => unknown, text: string): number {
  const { exec } = RegExp.prototype;
  const sources = new Set<string>();
  let scanned = 0;
  // No spy of Vitest: it would keep millions of calls with their texts.
  const count = function (this: RegExp, input: string) {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, input);
    const end = match ? match.index + match[0].length : this.sticky ? start : input.length;
    scanned += 1 + end - start;
    if (input.length > 1000) sources.add(this.source);
    return match;
  };
  Reflect.defineProperty(RegExp.prototype, 'exec', {
    value: count,
    configurable: true,
    writable: true,
  });
  try {
    run(text);
  } finally {
    Reflect.defineProperty(RegExp.prototype, 'exec', {
      value: exec,
      configurable: true,
      writable: true,
    });
  }
  for (const source of sources) {
    const bare = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
    expect(bare, 'a pattern that repeats without end').not.toMatch(UNBOUNDED);
  }
  return scanned;
}

/**
 * Fails where the work grows faster than the text.
 *
 * @param run What is counted; gets a text of 20 kB and one of 80 kB.
 * @param piece What the texts are made of.
 */
export function expectLinear(run: (text: string) => unknown, piece: string): void {
  const short = countScanned(run, textOf(piece, 20_000));
  const long = countScanned(run, textOf(piece, 80_000));
  expect(short).toBeGreaterThan(0);
  expect(long / short, `repeated ${JSON.stringify(piece)}`).toBeLessThan(4.2);
}
