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

/**
 * Fails where the time grows faster than the text: four times the text may take eight times the time.
 *
 * @param run What is measured; gets a text of 250 kB and one of 1 MB.
 * @param piece What the texts are made of.
 */
export function expectLinear(run: (text: string) => unknown, piece: string): void {
  const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
  const [short, long] = [text(250_000), text(1_000_000)];
  // A floor keeps the noise of very short times out of the ratio.
  const ratio =
    best(() => run(long)) /
    Math.max(
      best(() => run(short)),
      10,
    );
  expect(ratio, `repeated ${JSON.stringify(piece)}`).toBeLessThan(8);
}

function best(run: () => unknown): number {
  let least = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
