import type { Fact, FactRecord } from './fact';
import type { Line } from './lines';
import { makeFact } from './make-fact';
import { addSpray } from './summary-spray';
import type { FactName } from './vocabulary';

/** How many lines above and below its rows a text speaks of a table. */
const REACH = 6;

/** Longest line that is looked at, in UTF-16 units. */
const LONGEST = 600;

/** What says plainly that it is of each row. */
const OF_ALL =
  /\b(?:for|of|in|from) all(?: of them| of these| rows| these| attempts)?\b|\ball (?:of them|of these|rows|attempts|from|come)\b|\b(?:the )?same (?:ip|address|app)|\bonly (?:one|this) (?:ip|address|app)|\b(?:für|von|in) allen?\b|\balle (?:von|aus|über)\b|\bpour (?:tous|toutes)\b|\bpara (?:todos|todas)\b/i;

const ADDRESS =
  /(?<![\w.:-])((?:\d{1,3}\.){3}\d{1,3}|(?=[\da-f]{0,4}:[\da-f:.]{0,40}:)[\da-f:.]{4,45})(?![\w:-]|\.\w)/gi;
const APP =
  /\b(?:app|application|anwendung|aplicación)\s{0,3}(?:=|:|is|was|ist)?\s{1,3}([\p{Lu}\d][^.,;:=\n"'()]{2,60}?)(?=\s{1,3}(?:and|und|et|y|from|with|at|by|for|in)\s|[.,;\n"'()]|\s{0,9}$)/u;
/** Whose the success is: `The 0 is mia@contoso.com`. */
const OF_SUCCESS =
  /\b(?:the |one |die |le )?(?:0|success(?:es)?|erfolg)\b(?: row| one)?\s{0,3}(?:=|:|is|was|ist|est|belongs to|is for|came from)\s{1,3}([^\s"'<>()@,;]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5})/i;

/**
 * Adds to counts what a text beside their table says of all rows: one address, one app, and whose the success is.
 *
 * @param records Records of a text.
 * @param raw Its lines as they are.
 */
export function addSummaryNotes(records: readonly FactRecord[], raw: readonly Line[]): void {
  for (const record of records) {
    if (record.kind !== 'summary') continue;
    const found: Fact[] = [];
    const add = (name: FactName, label: string, values: readonly string[], line: number) => {
      if (values.length === 1) found.push(makeFact(name, label, values[0]!, { line }));
    };
    const above = raw.slice(Math.max(0, record.from - 1 - REACH), record.from - 1);
    for (const { text, number } of [...above, ...raw.slice(record.to, record.to + REACH)]) {
      if (text.length > LONGEST || /^\s{0,40}[|]/.test(text)) continue;
      if (OF_ALL.test(text)) {
        const addresses = [...text.matchAll(ADDRESS)].map(([address]) => address);
        add('summary.ipAddress', 'IP address', addresses, number);
        add('summary.app', 'App', APP.exec(text)?.slice(1, 2) ?? [], number);
      }
      add(
        'summary.successUser',
        'User of the success',
        OF_SUCCESS.exec(text)?.slice(1, 2) ?? [],
        number,
      );
    }
    const shared = onlyOne(found, 'summary.ipAddress');
    addSpray(record, shared?.value);
    for (const name of ['summary.ipAddress', 'summary.app', 'summary.successUser'] as const) {
      const fact = onlyOne(found, name);
      if (fact) record.facts.push(fact, { ...fact, name: 'summary.note' });
    }
  }
}

/** What the text says once; two addresses are none of all rows. */
function onlyOne(facts: readonly Fact[], wanted: FactName): Fact | undefined {
  const [first, ...others] = facts.filter(({ name }) => name === wanted);
  return others.every(({ value }) => value === first?.value) ? first : undefined;
}
