import { readFacts } from '../../../facts/read-facts';

/** The least that anybody needs to look for codes in a text: its lines, and one RegExp asked of each. */
function floor(text: string): number {
  const form = /0x[\da-f]{8}|AADSTS\d{5}/i;
  let found = 0;
  for (const line of text.split(/\r\n|\n|\r/)) if (form.test(line)) found++;
  return found;
}

/**
 * Reads the facts of a text and looks for codes in it, by turns.
 *
 * @returns Milliseconds of each time, and how many records were read.
 */
export function timeFacts(
  text: string,
  times: number,
): { ours: number[]; floor: number[]; records: number } {
  const ours: number[] = [];
  const bare: number[] = [];
  let records = 0;
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    records = readFacts(text).records.length;
    const between = performance.now();
    floor(text);
    ours.push(between - start);
    bare.push(performance.now() - between);
  }
  return { ours, floor: bare, records };
}
