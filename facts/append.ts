/**
 * Adds what was found to a list. `push(...found)` throws on long ones: each engine limits how many arguments a call has.
 *
 * @param list What is added to.
 * @param found Of any length.
 */
export function append<Item>(list: Item[], found: Iterable<Item>): void {
  for (const one of found) list.push(one);
}
