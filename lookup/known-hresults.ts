/**
 * Packs HRESULTs for the script that runs in every frame. Most follow each other, so that what is written down is by turns
 * how many numbers are left out and how many follow each other, in base 36, parted by commas.
 * @param numbers Unsigned 32-bit values.
 */
export function packHresults(numbers: number[]): string {
  const known = new Set(numbers);
  const edges = [...known]
    .flatMap((number) => [number, number + 1])
    .filter((edge) => known.has(edge) !== known.has(edge - 1))
    .sort((a, b) => a - b);
  return edges.map((edge, at) => (edge - (edges[at - 1] ?? 0)).toString(36)).join(',');
}

/**
 * The reverse of packHresults.
 * @returns Whether a number is one of them.
 */
export function unpackHresults(packed: string): (number: number) => boolean {
  let edge = 0;
  const edges = packed.split(',').map((count) => (edge += parseInt(count, 36)));
  return (number) => edges.findIndex((one) => one > number) % 2 === 1;
}
