import { textOf } from '../inline';
import { sectionsOf } from '../prose';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

/**
 * Fields of `dsregcmd /status`, as its page names them:
 * https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
 */
const FIELD =
  /\b(?:AzureAdJoined|EnterpriseJoined|DomainJoined|WorkplaceJoined|AzureAdPrt\w*|EnterprisePrt\w*|OnPremTgt|CloudTgt|TpmProtected|DeviceAuthStatus|KeySignTest|KeyProvider|NgcSet|CanReset|WamDefaultSet|WamDefaultAuthority|IsDeviceJoined|IsUserAzureAD|PolicyEnabled|PostLogonEnabled|DeviceEligible|SessionIsNotRemote|CertEnrollment|AdfsRefreshToken|AdfsRaIsReady|PreReqResult)\b|\bAttempt Status\b|\bServer Error Code\b|\bClient ErrorCode\b|\bExecuting Account Name\b/;

/** A field of `dsregcmd` stands with the command, in the same part: the card shows one part at a time. */
export function checkDsregcmd(written: WrittenEntry[]): Finding[] {
  return written.flatMap((one) =>
    sectionsOf(one.entry).flatMap(({ name, sentences }): Finding[] => {
      const texts = sentences.map(textOf);
      if (texts.some((text) => /\bdsregcmd\b/i.test(text))) return [];
      const text = texts.find((candidate) => FIELD.test(candidate));
      if (!text) return [];
      return [
        {
          check: 'dsregcmd',
          level: 'problem',
          file: one.file,
          line: lineOf(one, text),
          message: `${name} names "${FIELD.exec(text)?.[0]}" without the command that shows it; write \`dsregcmd /status\` beside it`,
        },
      ];
    }),
  );
}
