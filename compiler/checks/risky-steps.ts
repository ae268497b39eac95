import type { Entry, FixStep, Sentence } from '../../lookup/entry';
import { proseOf, textOf } from '../inline';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

/** What is gone when it is removed. A request parameter, a slash or an address in a list comes back. */
const REMOVABLE =
  '(?:accounts?|apps?|applications?|certificates?|computers?|consents?|containers?|credentials?|devices?|domains?|' +
  'entry|entries|federation|grants?|keys?|licenses?|members?|methods?|objects?|profiles?|registrations?|secrets?|users?)';

const ACTIONS = [
  'delete|revoke|rejoin|re-join|unjoin|unenroll|unregister|wipe|retire|erase|disable|turn off|exempt',
  `remove (?:[\\w-]+ ){0,3}${REMOVABLE}`,
  // The lockout of a TPM ends without a loss.
  'reset(?! (?:the |its )?(?:TPM )?(?:lockout|counter))',
  // "Clear **a setting**" unticks it; a label leaves two blanks.
  'clear(?!\\s{2}|\\s+the (?:check ?box|option|filter))',
  'exclude(?![^.]*\\bTLS inspection)',
].join('|');

/** An imperative: at the start of a sentence or clause. "The policy removes it" is none. */
const IMPERATIVE = new RegExp(
  `(?:^|[.;:,]\\s+|\\b(?:and|then|or|to)\\s+)(?:${ACTIONS})\\b|\\bassign\\b[^.]*\\brole\\b|` +
    '\\bgrant\\b[^.]*\\b(?:role|rights|permission|consent)',
  'i',
);

/** A label of a button that does it, and the words before one that is pressed. */
const PRESSED = /\b(?:select|choose|click|press|use|run|confirm)\s*$/i;
const LABEL = /(?:^|> )(?:Delete|Remove|Reset|Revoke|Disable|Wipe|Retire|Unenroll|Fresh start)\b/;

/** A command that does it. */
const COMMAND =
  /\bdsregcmd(?:\.exe)? \/leave\b|\bcertutil\b.*-delete|\bClear-Tpm\b|\bRemove-Mg\w+/i;

const NEGATED = /\b(?:do not|don['’]t|never|without|instead of|rather than|before you|not)\s+$/i;

/** The word by which a step looks risky. */
export function riskyWord(step: Sentence): string | undefined {
  for (const [at, run] of step.entries()) {
    if (typeof run !== 'object') continue;
    const before = step[at - 1];
    const isPressed = typeof before === 'string' && PRESSED.test(before);
    if ('b' in run && isPressed && LABEL.test(run.b)) return run.b;
    if ('c' in run && COMMAND.test(run.c)) return run.c;
  }
  const prose = proseOf(step);
  const hit = IMPERATIVE.exec(prose);
  if (!hit) return undefined;
  const word = hit[0].replace(/^(?:[\s.;:,]|\b(?:and|then|or|to)\b)+/i, '');
  const start = hit.index + hit[0].length - word.length;
  return NEGATED.test(prose.slice(0, start)) ? undefined : word;
}

/** Built-in roles: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const DIRECTORY_ROLE =
  /\b(?:Application|Authentication(?: Policy| Extensibility)?|Billing|(?:Cloud )?Application|Cloud Device|Conditional Access|Domain Name|Exchange|External Identity Provider|External ID User Flow|Global|Groups|Helpdesk|Hybrid Identity|Identity Governance|Intune|License|Office Apps|Password|Privileged (?:Authentication|Role)|Security|SharePoint|Teams(?: Devices)?|User|Windows 365) Administrator\b/g;

/** Who may do it: a role of Microsoft Entra or Windows, an owner, or the person concerned. */
const ROLE = new RegExp(
  `${DIRECTORY_ROLE.source}|\\bApplication Developer\\b|\\b(?:Domain|Enterprise) Admins\\b|` +
    '\\b(?:local|domain|Active Directory|AD FS) [aA]dministrators?\\b|\\bDomain Administrators?\\b|\\bSecurity Operator\\b|\\belevated\\b|\\bas administrator\\b|\\badministrators? of\\b|\\bowners?\\b|' +
    '\\b(?:the|that|affected) (?:user|person)\\b',
);

/** Directory roles that people of a help desk hold. */
const HELP_DESK_ROLES = /^(?:Helpdesk|Authentication|Password|User|License) Administrator$/;

/** A step that goes on where the one before it ended. */
const GOES_ON = /^(?:when|once|after|afterwards|then|next|confirm|verify|test|wait)\b/i;

/** The step for the same cause that can be undone and yet comes after this one. */
function earlierThanSafe(steps: FixStep[], at: number): FixStep | undefined {
  const causes = steps[at]?.causes ?? [];
  return steps
    .slice(at + 1)
    .find(
      (later) =>
        !later.risky &&
        !GOES_ON.test(textOf(later.text)) &&
        later.causes?.some((cause) => causes.includes(cause)),
    );
}

/** Directory roles in a step that the people named by `fixedBy` do not have. */
function foreignRoles(step: FixStep, fixedBy: Entry['fixedBy']): string[] {
  if (fixedBy !== 'user' && fixedBy !== 'helpdesk') return [];
  const roles = textOf(step.text).match(DIRECTORY_ROLE) ?? [];
  return fixedBy === 'user' ? roles : roles.filter((role) => !HELP_DESK_ROLES.test(role));
}

/**
 * The role that most causes need although `fixedBy` names somebody who does not have it. A cause is in reach when a
 * step for it takes no such role.
 */
function roleBeyondFixedBy({ causes = [], fix = [], fixedBy }: Entry): string | undefined {
  const steps = fix.filter((step) => step.causes ?? !causes.length);
  const ways = causes.length
    ? causes.map(({ id = '' }) => steps.filter((step) => step.causes?.includes(id)))
    : [steps];
  const beyond = ways.filter(
    (way) => way.length && way.every((step) => foreignRoles(step, fixedBy).length),
  );
  if (beyond.length * 2 <= ways.length) return undefined;
  return beyond.flat().flatMap((step) => foreignRoles(step, fixedBy))[0];
}

/**
 * Checks the steps that delete, reset, revoke, clear, rejoin, unenroll, disable, exclude or widen rights: each is
 * marked `risky`, comes after what can be undone, and names who may do it. And `fixedBy` agrees with the roles that the
 * steps take.
 */
export function checkRiskySteps(written: WrittenEntry[]): Finding[] {
  return written.flatMap((one) => {
    const { entry, file } = one;
    const steps = entry.fix ?? [];
    const find = (line: number, message: string): Finding => ({
      check: 'risky',
      level: 'problem',
      file,
      line,
      message,
    });
    const role = roleBeyondFixedBy(entry);
    const ofEntry = role
      ? [
          find(
            lineOf(one, 'fixedBy:'),
            `fixedBy is ${entry.fixedBy}, but the steps take ${role}; make them agree`,
          ),
        ]
      : [];
    const ofSteps = steps.flatMap((step, at) => {
      const messages: string[] = [];
      const word = riskyWord(step.text);
      if (word && !step.risky)
        messages.push(
          `"${word}" can destroy something or widen rights; mark the step {…, risky}, cite a source about this error, and name the role`,
        );
      if (step.risky) {
        if (!ROLE.test(textOf(step.text)))
          messages.push(
            'a risky step names who may do it: **Cloud Device Administrator**, a local administrator, the owner',
          );
        const later = earlierThanSafe(steps, at);
        if (later)
          messages.push(
            `a risky step stands before one that can be undone ("${textOf(later.text).slice(0, 50)}"); turn them round`,
          );
      }
      return messages.map((message) => find(lineOf(one, textOf(step.text)), message));
    });
    return [...ofEntry, ...ofSteps];
  });
}
