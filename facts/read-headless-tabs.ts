import { cellSpans } from './cell-spans';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { isResult, titleAbove } from './read-policy-table';
import { REPORT_ONLY } from './sign-in-labels';
import { addPolicy } from './sign-in-policies';
import { SignIn } from './sign-in-record';
import { statusOf } from './status-words';
import type { TakenLines } from './taken-lines';
import { isMoment, isWordOf } from './value-forms';

/** A longer line is no row. */
const LONGEST_ROW = 1000;

/** Of how many cells a row of either tab is. */
const LEAST_CELLS = 3;
const MOST_CELLS = 8;

/** What parts the cells of a row. Its sentences have semicolons as well. */
const PARTINGS = ['\t', '|', 'blanks', ';'] as const;

/** What reads a row of a tab: what it adds to a sign-in, and whether no other list has such a row. */
type Reader = (
  cells: readonly string[],
) => { add: (signIn: SignIn, line: number, tab: string) => void; isTelling: boolean } | undefined;

/**
 * Reads the rows of the tabs of a sign-in that are tables, where they were copied without the head: the steps of the
 * authentication, and the policies of Conditional Access.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readHeadlessTabs(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    const cells = cellsAt(lines, at, taken);
    const read = cells && READERS.find((one) => one(cells));
    if (!read) continue;
    const rows: NonNullable<ReturnType<Reader>>[] = [];
    let next = at;
    for (let own: readonly string[] | undefined = cells; own; own = cellsAt(lines, ++next, taken)) {
      const row = read(own);
      if (!row) break;
      rows.push(row);
    }
    const [from, last] = [lines[at]!.number, next - 1];
    if (rows.some(({ isTelling }) => isTelling)) {
      const signIn = new SignIn();
      const tab = titleAbove(lines, at);
      rows.forEach(({ add }, row) => add(signIn, lines[at + row]!.number, tab));
      for (let own = at; own <= last; own++) taken.add(own);
      records.push(signIn.record('Sign-in details', from, lines[last]!.number, false));
    }
    at = last;
  }
  return records;
}

/** The cells of a line that may be a row; undefined behind the last one and of any other line. */
function cellsAt(
  lines: readonly Line[],
  at: number,
  taken: TakenLines,
): readonly string[] | undefined {
  if (at >= lines.length || !taken.leaves(at, SIGN.letter | SIGN.wide)) return;
  const { text } = lines[at]!;
  if (text.length > LONGEST_ROW) return;
  const row = text.trim();
  for (const parting of PARTINGS) {
    if (!row.includes(parting === 'blanks' ? '  ' : parting)) continue;
    const cells = cellSpans(row, parting).map((span) => row.slice(...span).trim());
    if (cells.length >= LEAST_CELLS) return cells.length > MOST_CELLS ? undefined : cells;
  }
  return undefined;
}

/** What the service says of a step. */
const OF_STEP =
  /\bMFA\b|correct password|incorrect password|password (?:validat|expired)|claim in the token|user declined|previously satisfied|first factor|second factor|authentication (?:complet|denied|timed out|in progress)/i;

/** Ways to sign in, as the service calls them; other products write of factors as well. */
const METHOD =
  /password|text message|sms|phone|voice|call|authenticator|passwordless|passkey|fido|security key|windows hello|certificate|temporary access|oath|token|verification code|mobile app|email|previously satisfied|federated|microsoft|qr code/i;

/** What a step was asked for. */
const REQUIREMENT =
  /^(?:(?:primary|secondary|single-?factor|multi-?factor) authentication|app requires|user preference|conditional access|per-user mfa|sign-up)\b/i;

/** `11/18/2026, 9:02:11 AM · Password · Password Hash Sync · true · Correct password · Primary authentication` */
const stepOf: Reader = (cells) => {
  const [time = '', method = ''] = cells;
  const place = cells.findIndex((cell) => /^(?:true|false)$/i.test(cell));
  if (!isMoment(time) || !method || place < 2 || place > 3) return;
  const rest = cells.slice(place + 1);
  const last = rest.at(-1) ?? '';
  const isAsked = REQUIREMENT.test(last) || isWordOf('signIn.authenticationRequirement', last);
  // A semicolon of the sentence may have parted it.
  const result = (isAsked ? rest.slice(0, -1).join('; ') : rest[0]) ?? '';
  const values = [
    ['signIn.authenticationMethod', 'Authentication method', method],
    [
      'signIn.authenticationMethodDetail',
      'Authentication method detail',
      place > 2 ? cells[2]! : '',
    ],
    ['signIn.authenticationSucceeded', 'Succeeded', cells[place]!],
    ['signIn.authenticationResult', 'Result detail', result],
  ] as const;
  return {
    isTelling: (METHOD.test(method) && OF_STEP.test(result)) || (isAsked && result !== ''),
    add: (signIn, line) => {
      for (const [name, label, value] of values)
        if (value) signIn.add(name, label, value, { line, cell: label });
    },
  };
};

/** What a policy of Conditional Access asks for. Others may block as well. */
const CONTROL =
  /^(?:block(?: access)?$|grant access|require )|authentication strength|\b(?:MFA|mfa)\b/i;
const OWN_CONTROL =
  /^require (?:multi-?factor authentication|(?:a )?compliant device|device to be marked|(?:microsoft entra |azure ad )?hybrid|(?:an )?approved client|(?:an )?app protection|authentication strength|password change|terms of use)/i;

/** The same in other languages. */
const CONTROL_ELSEWHERE =
  /^(?:(?:zugriff )?blockieren$|bloquer(?: l[’']accès)?$|bloquear(?: el acceso| acceso| o acesso| acesso)?$|blocca(?: l[’']accesso| accesso)?$|toegang blokkeren$|blokkeren$|アクセスのブロック$|ブロック$|阻止(?:访问)?$|zugriff gewähren|accorder |octroyer |conceder |concedi |exig|requ(?:érir|erir|iere)|richied|vereis)|(?:anfordern|erforderlich|verlangen|vereisen|が必要|を要求する?)$|^(?:要求|需要)/i;
const OWN_CONTROL_ELSEWHERE =
  /multi-?fa[ck]tor|mehrstufig|multifacteur|multifa[ct]+ori|meervoudig|多要素|多重|(?:appareil|dispositi\p{L}{1,2}|gerät|apparaat|デバイス|设备).{0,40}(?:conform|compatible|kompatibel|konform|hybrid|híbrid|ibrid|準拠|合规)|(?:protection|schutz|protección|protezione|proteção|beveiliging|保護|保护).{0,12}app|app.{0,12}(?:schutz|protection|beveiliging)|(?:アプリ|应用)の?(?:保護|保护)/iu;

/** `CA01 · Require multifactor authentication · · Success` */
const policyOf: Reader = (cells) => {
  const [name = '', controls = ''] = cells;
  const result = cells.at(-1)!;
  const isPolicy = name && cells.length <= 4 && isResult(result) && !isMoment(name);
  const isOurs = CONTROL.test(controls);
  const isElsewhere = CONTROL_ELSEWHERE.test(controls);
  if (!isPolicy || (controls && !isOurs && !isElsewhere)) return;
  return {
    isTelling:
      (isElsewhere && OWN_CONTROL_ELSEWHERE.test(controls)) ||
      (isOurs &&
        (OWN_CONTROL.test(controls) || statusOf(result) === undefined || REPORT_ONLY.test(result))),
    add: (signIn, line, tab) => addPolicy(signIn, { name, controls, result }, line, tab),
  };
};

const READERS = [stepOf, policyOf];
