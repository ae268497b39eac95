import type { Entry, FixStep, Sentence } from '../../lookup/entry';
import { proseOf, textOf } from '../inline';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

const VERBS =
  'delete|remove|reset|revoke|clear|rejoin|re-join|unjoin|unenroll|unregister|wipe|retire|erase|disable|turn off|exclude|exempt';

/** An imperative: at the start of a sentence or clause. "The policy removes it" is none. */
const IMPERATIVE = new RegExp(
  `(?:^|[.;:,]\\s+|\\b(?:and|then|or|to)\\s+)(?:${VERBS})\\b|\\bassign\\b[^.]*\\brole\\b|\\bgrant\\b[^.]*\\b(?:role|rights|permission|consent)`,
  'i',
);

/** A label of a button that does it. */
const LABEL = /^(?:Delete|Remove|Reset|Revoke|Disable|Wipe|Retire|Unenroll|Fresh start)\b/;

/** A command that does it. */
const COMMAND =
  /\bdsregcmd(?:\.exe)? \/leave\b|\bcertutil\b.*-delete|\bClear-Tpm\b|\bRemove-Mg\w+/i;

const NEGATED = /\b(?:do not|don['’]t|never|without|instead of|rather than|before you|not)\s+$/i;

/** The word by which a step looks risky. */
export function riskyWord(step: Sentence): string | undefined {
  for (const run of step) {
    if (typeof run !== 'object') continue;
    if ('b' in run && LABEL.test(run.b)) return run.b;
    if ('c' in run && COMMAND.test(run.c)) return run.c;
  }
  const prose = proseOf(step);
  const hit = IMPERATIVE.exec(prose);
  const start = hit ? hit.index + hit[0].search(/[a-z-]+(?: off)?$/i) : 0;
  return hit && !NEGATED.test(prose.slice(0, start)) ? hit[0].replace(/^[\s.;:,]+/, '') : undefined;
}

/** Who may do it: a role of Microsoft Entra or Windows, an owner, or the person concerned. */
const ROLE =
  /\b(?:[A-Z][\w-]+ )+(?:Administrator|Developer|Operator)\b|\b(?:Domain|Enterprise) Admins\b|\blocal administrators?\b|\bowners?\b|\bthe (?:user|person)\b|\b(?:you|people) (?:can|may) do (?:it|this) (?:yourself|themselves)\b/;

/** Directory roles that a help desk has, with what else its people may hold. */
const HELP_DESK_ROLES =
  /^(?:Helpdesk|Authentication|Password|User|License|Teams Communications Support|Help Desk) (?:Administrator|Operator)$/;
const DIRECTORY_ROLE = /\b(?:[A-Z][\w-]+ )+Administrator\b/g;

/** The order of causes and steps: what can be undone comes first. */
function earlierThanSafe(steps: FixStep[], at: number): FixStep | undefined {
  const causes = steps[at]?.causes ?? [];
  return steps
    .slice(at + 1)
    .find((later) => !later.risky && later.causes?.some((cause) => causes.includes(cause)));
}

function rolesOf(step: FixStep): string[] {
  return textOf(step.text).match(DIRECTORY_ROLE) ?? [];
}

function roleProblem(step: FixStep, { fixedBy }: Entry): string | undefined {
  const [role] = rolesOf(step).filter(
    (name) => fixedBy === 'user' || (fixedBy === 'helpdesk' && !HELP_DESK_ROLES.test(name.trim())),
  );
  return role && `the step takes ${role}, but fixedBy is ${fixedBy}; make them agree`;
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
    return steps.flatMap((step, at) => {
      const messages: (string | undefined)[] = [roleProblem(step, entry)];
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
      return messages.flatMap((message): Finding[] =>
        message
          ? [
              {
                check: 'risky',
                level: 'problem',
                file,
                line: lineOf(one, textOf(step.text)),
                message,
              },
            ]
          : [],
      );
    });
  });
}
