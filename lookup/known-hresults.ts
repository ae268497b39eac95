/**
 * Packs HRESULTs for the script that runs in every frame: sorted, as differences in base 36, parted by commas. Most
 * follow each other: a difference of 1 is left out.
 * @param numbers Unsigned 32-bit values.
 */
export function packHresults(numbers: number[]): string {
  let last = 0;
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => {
      const difference = number - last;
      last = number;
      return difference > 1 ? difference.toString(36) : '';
    })
    .join(',');
}

/** The reverse of packHresults. */
export function unpackHresults(packed: string): Set<number> {
  let last = 0;
  return new Set(
    packed.split(',').map((difference) => (last += difference ? parseInt(difference, 36) : 1)),
  );
}
