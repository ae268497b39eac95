import type { Entry, Sentence } from '../../lookup/entry';
import { proseOf, textOf } from '../inline';
import type { Finding } from './finding';
import { paragraphsOf } from '../prose';
import { lineOf, type WrittenEntry } from './written-entry';

/** Steps that hand the problem on: to somebody, or to a support request. */
const HANDS_ON =
  /^(?:contact|call|ask|tell|inform|reach out to|escalate|report (?:it|this|the (?:problem|issue|error))|(?:open|file|raise|create) an? (?:support )?(?:request|case|ticket))\b/i;

/**
 * Advice that fits any code: "Check the configuration", "Verify your app settings." Not "Check the
 * settings under **Authentication**", which says where.
 */
const ANY_CONFIGURATION =
  /\b(?:check|verify|review|validate|confirm|inspect)\s+(?:(?:your|the|its|their|all|if the|that the)\s+)?(?:(?:app|application|tenant|device|network|server|client|account|policy|user|system)(?:['’]s)?\s+)?(?:configurations?|settings?|setup|permissions?)(?:\s+(?:of|in|for)\s+(?:the|your|this)\s+(?:app|application|tenant|device|server|client|account|user))?(?=[.,;]|\s+(?:and|or)\b|$)/i;

/** "Ensure that federation is configured correctly": the reader asked what correct is. */
const SOMEHOW_CORRECT =
  /\b(?:configured|set up|set|assigned|installed|registered|enabled|deployed|working)\s+(?:correctly|properly|as expected)\b|\b(?:correctly|properly)\s+(?:configured|set up|assigned|installed|registered|enabled|deployed)\b/i;

const FILLER: { pattern: RegExp; instead: string }[] = [
  {
    pattern: ANY_CONFIGURATION,
    instead: 'name the setting, where it is, and the value that is wrong',
  },
  { pattern: SOMEHOW_CORRECT, instead: 'say which value makes it right' },
];

/** A capitalized word that does not start a sentence, an abbreviation, a number, or a path. */
const NAMED = /(?<=[a-z,;:(] )["'(]?[A-Z]|[A-Z]{2,}|\d|[a-z]\.[a-z]{2,}|[\\/]\w/;

/** True for a step that names something to look at: a label, literal, place, product or number. */
function namesSomething(step: Sentence): boolean {
  return step.some((run) => typeof run !== 'string') || NAMED.test(textOf(step));
}

function fillerIn(entry: Entry): { text: string; message: string }[] {
  return paragraphsOf(entry).flatMap((paragraph) =>
    FILLER.flatMap(({ pattern, instead }) => {
      const hit = pattern.exec(proseOf(paragraph));
      return hit ? [{ text: textOf(paragraph), message: `"${hit[0]}": ${instead}` }] : [];
    }),
  );
}

/**
 * Looks for advice that helps nobody, beyond the words that compiler/prose-rules.ts refuses while it
 * compiles: a Fix that only sends the reader to somebody else, "check the configuration", "… is
 * configured correctly". A step that names no setting, command, place, product or number is a
 * warning: it may be right ("Restart the device."), but is worth a look.
 */
export function checkFiller(written: WrittenEntry[]): Finding[] {
  return written.flatMap((one): Finding[] => {
    const { entry, file } = one;
    // One line about the bare message gives no advice.
    if (entry.depth === 'listed') return [];
    const find = (level: Finding['level'], text: string, message: string): Finding => ({
      check: 'filler',
      level,
      file,
      line: lineOf(one, text),
      message,
    });
    const steps = (entry.fix ?? []).map(({ text }) => text);
    const findings = fillerIn(entry).map(({ text, message }) => find('problem', text, message));
    if (steps.length && steps.every((step) => HANDS_ON.test(textOf(step)))) {
      findings.push(
        find(
          'problem',
          '### Fix',
          'every step hands the problem to somebody; say what to do before',
        ),
      );
    }
    const vague = steps.filter((step) => !namesSomething(step)).map(textOf);
    return [
      ...findings,
      ...vague.map((text) =>
        find('warning', text, `"${text}" names no setting, command, place or value`),
      ),
    ];
  });
}
