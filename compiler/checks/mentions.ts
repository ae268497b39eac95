import type { Entry, FixedBy } from '../../lookup/entry';
import { textOf } from '../inline';
import { cutSentences, sectionsOf } from '../prose';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

/** What one entry says of another code. */
export interface Mention {
  from: WrittenEntry;
  /** `related`, or the section. */
  where: string;
  says: string;
  code: string;
}

const CODE =
  /\bAADSTS\d{5,8}\b|\b0x[\dA-F]{8}\b|\bEVENT\d+(?:-[A-Z]+)?\b|(?<![\d.-])\d{5,7}(?![\d.-])/g;

/**
 * Every sentence that names another code, and every `differs`.
 * @param isKnown Tells whether a code has an entry; bare numbers count only if AADSTS with them has one.
 */
export function mentionsOf(from: WrittenEntry, isKnown: (code: string) => boolean): Mention[] {
  const { entry } = from;
  const inRelated = entry.related.flatMap(({ code, differs }): Mention[] =>
    differs ? [{ from, where: 'related', says: differs, code }] : [],
  );
  const inProse = sectionsOf(entry).flatMap(({ name, sentences }) =>
    sentences.flatMap(cutSentences).flatMap((says) =>
      [...new Set(says.match(CODE) ?? [])].flatMap((found): Mention[] => {
        const code = /^\d/.test(found) && !found.startsWith('0x') ? `AADSTS${found}` : found;
        // A bare number may be anything; a spelled code without an entry is told below.
        if (code === entry.code || (code !== found && !isKnown(code))) return [];
        return [{ from, where: name, says, code }];
      }),
    ),
  );
  return [...inRelated, ...inProse];
}

const CAN_FIX =
  '(?:can|could|may|has to|have to|must|needs? to) (?:\\w+ )?(?:fix|end|solve|clear|correct|change|unblock|reset|renew)';

/** Who fixes it, as a sentence says it. */
const WHO: { says: RegExp; fixedBy: readonly FixedBy[] }[] = [
  {
    says: new RegExp(`\\b(?:the )?(?:user|person|people)s? (?:alone )?${CAN_FIX}`, 'i'),
    fixedBy: ['user'],
  },
  {
    says: new RegExp(`\\b(?:an? |the )?(?:administrator|admin)s? ${CAN_FIX}`, 'i'),
    fixedBy: ['admin', 'helpdesk'],
  },
  {
    says: new RegExp(
      `\\b(?:the )?(?:developer|app['’]s makers|maker of the app|app owner)s? ${CAN_FIX}`,
      'i',
    ),
    fixedBy: ['developer'],
  },
  { says: new RegExp(`\\bonly Microsoft ${CAN_FIX}`, 'i'), fixedBy: ['microsoft'] },
  { says: /\b(?:nobody|no one) (?:has to|needs to|can) \w+/i, fixedBy: ['nobody', 'microsoft'] },
];

const HARMLESS =
  /\b(?:is|are) (?:expected|normal|harmless|part of (?:a |every )?normal sign-ins?)\b|\b(?:an? )?(?:expected|normal|harmless) (?:interrupt|step|prompt|record)\b|\b(?:is|are) (?:no|not an?) (?:real )?(?:error|failure|fault)\b/i;
const ATTACK = /\b(?:is|means|points to|shows|suggests) an attack\b/i;

/** Words after "never" that may be the other entry's very subject. */
const DENIED = /\bnever\s+(?:an?|the|any)?\s*((?:[a-z-]{4,} ?){1,3})/gi;

/** True when the title or a cause of an entry is about a word, and does not deny it itself. */
function isAbout({ title, causes = [] }: Entry, word: string): boolean {
  const denied = new RegExp(`\\b(?:no|not|without|missing|lacks?)(?: \\w+){0,2} ${word}`, 'i');
  return [title, ...causes.map(({ name }) => textOf(name))].some(
    (subject) => new RegExp(`\\b${word}s?\\b`, 'i').test(subject) && !denied.test(subject),
  );
}

/**
 * What a sentence says of a code against that code's own entry, as far as words show it.
 * @param says The sentence, which names the other code.
 * @param target The other code's entry.
 */
function contradictions(says: string, target: Entry): string[] {
  const messages: string[] = [];
  for (const { says: pattern, fixedBy } of WHO) {
    const hit = pattern.exec(says);
    if (hit && target.fixedBy && !fixedBy.includes(target.fixedBy))
      messages.push(`"${hit[0]}", but there fixedBy is ${target.fixedBy}`);
  }
  const { severity } = target;
  const harmless = HARMLESS.exec(says);
  if (harmless && severity && severity !== 'expected' && severity !== 'low')
    messages.push(`"${harmless[0]}", but there severity is ${severity}`);
  const attack = ATTACK.exec(says);
  if (attack && (severity === 'expected' || severity === 'low'))
    messages.push(`"${attack[0]}", but there severity is ${severity}`);
  for (const [denial, words = ''] of says.matchAll(DENIED)) {
    const word = words
      .trim()
      .split(' ')
      .find((one) => isAbout(target, one));
    if (word)
      messages.push(`"${denial.trim()}", but "${word}" stands in the title or a cause there`);
  }
  return messages;
}

/**
 * Holds what an entry says of other codes against their own entries.
 * @param written The entries whose sentences are held.
 * @param entries All entries by code.
 * @param unread Codes whose file could not be read; nothing is said of them.
 */
export function checkMentions(
  written: WrittenEntry[],
  entries: ReadonlyMap<string, Entry>,
  unread: ReadonlySet<string> = new Set(),
): Finding[] {
  return written.flatMap((one) =>
    mentionsOf(one, (code) => entries.has(code)).flatMap(({ says, code }) => {
      const target = entries.get(code);
      if (!target && unread.has(code)) return [];
      const messages = target
        ? contradictions(says, target)
        : [`${code} has no entry; correct the code, or make the entry: npm run new ${code}`];
      return messages.map((message): Finding => ({
        check: 'mentions',
        level: 'problem',
        file: one.file,
        line: lineOf(one, says),
        message: target ? `says of ${code}: ${message}. Correct one of the two entries` : message,
      }));
    }),
  );
}

/** A mention beside the other code's own words, for reading. */
export function formatPair(
  { from, where, says, code }: Mention,
  target: Entry | undefined,
): string {
  const own = target
    ? `${target.title} | ${target.severity ?? 'no severity'} | ${target.fixedBy ?? 'nobody named'}\n    ${target.summary}` +
      (target.causes
        ?.map(({ name, tell }) => `\n    - ${textOf(name)}: ${textOf(tell)}`)
        .join('') ?? '')
    : 'no entry';
  return `${from.entry.code} (${where}) says of ${code}:\n    "${says}"\n  ${code}: ${own}`;
}
