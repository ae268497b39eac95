import type { Fact, FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { makeFact } from './make-fact';
import type { TakenLines } from './taken-lines';
import type { FactName } from './vocabulary';

/** A key of the registry on a line of its own, as `reg query` prints it, or after `Hive:`, as PowerShell does. */
const KEY =
  /^\s{0,8}(Hive:\s{0,4})?(HKEY_[A-Z_]{5,20}|HK(?:LM|CU|U):?)\\([\w\\ .{}-]{3,400}?)\\?\s{0,20}$/i;

/** `    Enabled    REG_DWORD    0x1` */
const REG_VALUE = /^\s{2,8}(\S.{0,60}?)\s{2,8}(REG_[A-Z_]{2,20})(?:\s{1,8}(.{0,400}))?$/;

/** `PassportForWork                Enabled : 1`, or a further value of the same key below it. */
const HIVE_VALUE = /^(?:(\S.{0,80}?)\s{2,80}|\s{8,120})(\w{2,60})\s{0,40}: (.{0,400})$/;

/** A key of PowerShell's table whose values stand in one line: `PassportForWork   {Enabled}` has none to read. */
const POLICY_KEY = /\\PassportForWork(?=\\|$)/i;

/** Which policy a key holds, by its rank: Group Policy of user and computer, then MDM of user and device. */
const SWITCHES: readonly (readonly [key: RegExp, value: string, name: FactName])[] = [
  [
    /^(?:HKCU|HKEY_CURRENT_USER|HKU|HKEY_USERS)\b.*\\Policies\\Microsoft\\PassportForWork$/i,
    'enabled',
    'policy.userGroupPolicy',
  ],
  [
    /^(?:HKLM|HKEY_LOCAL_MACHINE)\\SOFTWARE\\Policies\\Microsoft\\PassportForWork$/i,
    'enabled',
    'policy.computerGroupPolicy',
  ],
  [
    /\\Microsoft\\Policies\\PassportForWork\\[^\\]+\\(?:S-1-[^\\]+|UserSid)\\Policies$/i,
    'usepassportforwork',
    'policy.userMdm',
  ],
  [
    /\\Microsoft\\Policies\\PassportForWork\\[^\\]+\\Device\\Policies$/i,
    'usepassportforwork',
    'policy.deviceMdm',
  ],
];

/** Values that mean the same in every key. */
const VALUES: ReadonlyMap<string, FactName> = new Map([
  ['usecertificateforonpremauth', 'policy.certificateTrust'],
  ['usecloudtrustforonpremauth', 'policy.cloudTrust'],
  ['requiresecuritydevice', 'policy.requiresSecurityDevice'],
  ['disablepostlogonprovisioning', 'policy.notAfterSignIn'],
]);

/**
 * Reads the policy of Windows Hello for Business from the registry: `reg query`, or PowerShell's `Get-Item`.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 * @returns One record of all keys of the text, since one policy takes precedence over another; none without values.
 */
export function readRegistry(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const facts: Fact[] = [];
  let hive: string | undefined;
  let key: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    // Without a key above it, a line has to name one.
    if (taken.has(at) || (!key && !taken.leaves(at, SIGN.markdown))) continue;
    const line = lines[at]!;
    const { text } = line;
    if (!text) continue;
    if (line.has(SIGN.markdown) && text.includes('\\')) {
      const named = KEY.exec(text);
      if (named) {
        const path = `${named[2]!.replace(/:$/, '')}\\${named[3]!}`;
        hive = named[1] ? path : undefined;
        key = path;
        if (POLICY_KEY.test(path)) taken.add(at);
        continue;
      }
    }
    if (!key) continue;
    const found = REG_VALUE.exec(text);
    let label = found?.[1];
    let value = found?.[3] ?? '';
    if (!found && hive) {
      const row = HIVE_VALUE.exec(text);
      if (row?.[1]) key = `${hive}\\${row[1]}`;
      label = row?.[2];
      value = row?.[3] ?? '';
    }
    if (!label) {
      // A line of prose ends what stands under a key.
      if (!hive && /^\S/.test(text)) key = undefined;
      continue;
    }
    if (!POLICY_KEY.test(key)) continue;
    facts.push(factOf(key, label, value, line.number));
    taken.add(at);
  }
  if (!facts.length) return [];
  const [from, to] = [facts[0]!.source.line, facts.at(-1)!.source.line];
  const title = 'Windows Hello policy in the registry';
  return [{ kind: 'policy', title, facts, codes: [], doubts: [], from, to }];
}

function factOf(key: string, label: string, printed: string, line: number): Fact {
  const lower = label.toLowerCase();
  const name =
    SWITCHES.find(([form, value]) => value === lower && form.test(key))?.[2] ??
    VALUES.get(lower) ??
    'policy.other';
  const fact = makeFact(name, label, printed, { line, cell: key });
  // `0x1` of `reg query` and `1` of PowerShell are one value.
  if (/^0x[\da-f]{1,8}$/i.test(printed)) fact.value = String(Number.parseInt(printed, 16));
  return fact;
}
