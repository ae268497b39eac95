import type { Fact, FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { claimFact, isIssuer, OF_TOKENS, tokenOf } from './read-token';
import type { TakenLines } from './taken-lines';

/** Claims as .NET calls them, by the end of their address. */
const LONG_NAMES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  tenantid: 'tid',
  objectidentifier: 'oid',
  scope: 'scp',
  role: 'roles',
  authnmethodsreferences: 'amr',
  upn: 'upn',
  nameidentifier: 'sub',
});

const LONG_NAME =
  /^https?:\/\/schemas\.(?:microsoft\.com|xmlsoap\.org)\/[\w./-]{0,80}\/(\w{1,40})$/;

const NAME = '(https?:\\/\\/schemas\\.[\\w.\\/-]{10,100}|[a-z_]{2,30})';
const START = '^[\\s>|]{0,9}(?:[-*•]\\s{1,3})?';

/** How a debugger, a log or somebody in a chat writes a claim with its value in a line. */
const FORMS: readonly RegExp[] = [
  // `{aud: api://…}`, `[0]: {aud: api://…}`
  new RegExp(
    `${START}(?:\\[\\d{1,3}\\][:=]?\\s{0,3})?\\{${NAME}\\s{0,3}[:=]\\s{0,3}([^{}]{1,1000})\\}[,;]?$`,
  ),
  // `Claim Type: aud, Claim Value: …`, `Type: aud Value: …`, `type=aud; value=…`
  new RegExp(
    `${START}(?:claim ?)?type\\s?[:=]\\s?${NAME}\\s?[,;|]?\\s{0,3}(?:claim ?)?value\\s?[:=]\\s?(\\S.{0,999})$`,
    'i',
  ),
  // `**aud**: …`, `aud: …`, `aud = …`, `"aud"	"…"`, `aud -> …`
  new RegExp(
    `${START}["'\`*]{0,3}${NAME}["'\`*]{0,3}\\s{0,20}(?:[:=|\\t]|->|=>|:\\*\\*)\\s{0,20}(\\S.{0,999})$`,
  ),
];

/** What may stand around a value. */
const AROUND = /^["'`*\s]{1,4}|["'`*\s,;|]{1,6}$/g;

/** The claim that each of them has: most texts have none. */
const ISSUER_HINT = /\biss\b/;

/** A longer line is no claim. */
const LONGEST = 1200;

/** How many lines without a claim may stand between two: a token has many claims that tell nothing. */
const MOST_BETWEEN = 3;

/** The claim that a line is, by its short name. */
function claimOf(text: string): [claim: string, value: string] | undefined {
  for (const form of FORMS) {
    const [, name, value] = form.exec(text) ?? [];
    if (!name || !value) continue;
    const long = LONG_NAME.exec(name)?.[1];
    return [long ? (LONG_NAMES[long] ?? '') : name, value.replace(AROUND, '')];
  }
  return undefined;
}

/**
 * Reads the claims of a token that stand below each other as a debugger, a log or a list shows them. That they are those of
 * a token, the sign-in service as the issuer tells, an audience, and a claim that settings have not.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readClaimLines(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  if (!lines.some(({ text }) => ISSUER_HINT.test(text))) return records;
  let found: { claim: string; facts: readonly Fact[]; value: string; at: number }[] = [];
  const end = () => {
    const has = (claim: string) => found.some((one) => one.claim === claim);
    const issuer = found.find(({ claim }) => claim === 'iss')?.value ?? '';
    if (has('aud') && isIssuer(issuer) && OF_TOKENS.some(has)) {
      const [first, last] = [found[0]!.at, found.at(-1)!.at];
      // What stands between two of them may be another output.
      for (const { at } of found) taken.add(at);
      const facts = found.flatMap(({ facts: own }) => own);
      records.push(tokenOf(facts, lines[first]!.number, lines[last]!.number));
    }
    found = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const isOne =
      taken.leaves(at, SIGN.letter) && line.has(OF_CLAIM) && line.text.length <= LONGEST;
    const [claim, value] = (isOne && claimOf(line.text)) || [];
    if (!claim || !value) {
      if (found.length && at - found.at(-1)!.at > MOST_BETWEEN) end();
      continue;
    }
    // The same claim again is another token, but for those that a token has several of.
    if (claim !== 'roles' && claim !== 'amr' && found.some((one) => one.claim === claim)) end();
    const facts = valuesOf(value).flatMap((one) => claimFact(claim, one, line.number) ?? []);
    found.push({ claim, value, at, facts });
  }
  end();
  return records;
}

/** The items of a list in brackets, or the value itself. */
function valuesOf(value: string): string[] {
  const list = /^\[(.{0,1000})\]$/.exec(value)?.[1];
  if (list === undefined) return [value];
  return list.split(',').flatMap((item) => item.replace(/^[\s"']{1,9}|[\s"']{1,9}$/g, '') || []);
}

/** What parts a claim from its value. */
const OF_CLAIM = SIGN.colon | SIGN.equals | SIGN.cell | SIGN.prompt;
