import type { FactRecord } from './fact';
import { withoutEntities, type Line } from './lines';
import { makeFact } from './make-fact';
import type { FactName } from './vocabulary';

/** The start of an answer in SAML 2.0, with its attributes. */
const RESPONSE = /<(?:\w{1,20}:)?Response\s([^<>]{1,4000})>/;

/** Its issuer stands right below it; the one of an assertion within it says the same. */
const ISSUER = /<(?:\w{1,20}:)?Issuer(?:\s[^<>]{0,400})?>\s{0,99}([^<>\s]{1,2000})\s{0,99}</;

const DESTINATION = /(?:^|\s)Destination=["']([^"'<>]{1,2000})["']/;

/** Where an answer says what went wrong: a code that stands elsewhere is none of it. */
const STATUS = /<(?:\w{1,20}:)?Status(?:Code|Message|Detail)?[\s>]/;

/** How far above its code an answer begins, in lines, and how long one is, in UTF-16 units. */
const REACH = 40;
const LONGEST = 20_000;

/**
 * Adds to messages in the status of a SAML answer whose answer it is, and which address it was sent to.
 *
 * @param records Records of a text, in its order; facts are added to them.
 * @param raw Lines of the text as they are.
 */
export function addSamlResponses(records: readonly FactRecord[], raw: readonly Line[]): void {
  let before = 0;
  for (const record of records) {
    if (record.kind !== 'message') continue;
    const at = record.from - 1;
    const start = responseAbove(raw, at, Math.max(before, at - REACH));
    before = at + 1;
    if (start === undefined) continue;
    const xml = raw
      .slice(start, at + 1)
      .map(({ text }) => text)
      .join('\n')
      .slice(0, LONGEST);
    if (!STATUS.test(xml)) continue;
    const add = (name: FactName, label: string, value: string | undefined) => {
      if (value)
        record.facts.push(makeFact(name, label, withoutEntities(value), { line: start + 1 }));
    };
    add('message.samlIssuer', 'Issuer', ISSUER.exec(xml)?.[1]);
    add(
      'message.samlDestination',
      'Destination',
      DESTINATION.exec(RESPONSE.exec(xml)?.[1] ?? '')?.[1],
    );
    record.from = Math.min(record.from, start + 1);
  }
}

/** The index of the line in which the answer begins that a line is of; undefined where none does, or where it ended. */
function responseAbove(raw: readonly Line[], from: number, least: number): number | undefined {
  for (let at = from; at >= least; at--) {
    const text = raw[at]!.text.slice(0, LONGEST);
    if (at < from && text.includes('Response>')) return;
    if (text.includes('Response') && RESPONSE.test(text)) return at;
  }
  return undefined;
}
