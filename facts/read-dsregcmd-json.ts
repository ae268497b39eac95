import { DSREGCMD_KEYS, LOOSE_KEYS, placeTold } from './dsregcmd-keys';
import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';
import type { JsonRegion } from './json-regions';
import { leavesOf } from './json-values';
import { codesOfLine } from './read-codes';
import type { LineOf } from './read-sign-in-json';

/** Longest name of a computer in DNS, in UTF-16 units. */
const LONGEST_NAME = 253;

/** What collectors call the computer that they add to its output, some of them more than once. */
const COMPUTER = /^(?:ps)?(?:computer|host|machine)_?name$/i;

/**
 * Reads dsregcmd's rows where a collector wrote them as JSON. An output that stands whole in one string is left to the
 * reader of lines.
 *
 * @returns One record for each object; none where the JSON is something else.
 */
export function readDsregcmdJson(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  return region.records.flatMap((node): FactRecord[] => {
    let isTold = false;
    const facts = leavesOf(node).flatMap(({ path, key, text, offset }): Fact[] => {
      const source = { line: lineOf(region.start + offset), cell: key };
      if (text && !path.includes('.') && COMPUTER.test(key))
        return [makeFact('device.name', key, text.slice(0, LONGEST_NAME), source)];
      // Two rows differ by the case of their letters alone.
      const exact = DSREGCMD_KEYS.get(key);
      const known = exact
        ? { key, name: exact, isCompact: false }
        : LOOSE_KEYS.get(key.toLowerCase());
      if (!known || text.length > 1000) return [];
      if (!known.isCompact && placeTold(known.key) !== undefined) isTold = true;
      return [makeFact(known.name, known.key, text, source)];
    });
    if (!isTold) return [];
    const [first, ...others] = facts.filter(isComputer);
    const spare = new Set(facts.some(isNamedItself) ? [first, ...others] : others);
    return [
      {
        kind: 'dsregcmd',
        title: 'dsregcmd /status',
        facts: facts.filter((fact) => !spare.has(fact)),
        codes: [
          ...new Set(facts.flatMap(({ label, printed }) => codesOfLine(`${label}: ${printed}`))),
        ],
        doubts: region.isCutOff ? ['cut off'] : [],
        from: lineOf(region.start),
        to: lineOf(region.end - 1),
      },
    ];
  });
}

const isComputer = ({ name, label }: Fact): boolean =>
  name === 'device.name' && COMPUTER.test(label);

/** Whether the command's own output names the device: a collector may run on another one. */
const isNamedItself = (fact: Fact): boolean => fact.name === 'device.name' && !isComputer(fact);
