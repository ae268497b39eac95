import type { Entry } from '../../lookup/entry';
import { proseOf, textOf } from '../inline';
import { paragraphsOf, sectionsOf } from '../prose';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

interface WordingRule {
  pattern: RegExp;
  instead: string;
}

/** English that reads translated or has to be read twice, and advice that helps nobody. */
const ANYWHERE: WordingRule[] = [
  { pattern: /\bmend(?:s|ed|ing)?\b/i, instead: 'write "fix"' },
  { pattern: /\bhelpdesk\b(?! administrator)/i, instead: 'write "help desk"' },
  { pattern: /\bends? so\b/i, instead: 'say what happens' },
  { pattern: /\blook at who is concerned\b/i, instead: 'write "check which users are affected"' },
  { pattern: /\brefused form\b/i, instead: 'say what the request held' },
  { pattern: /\bbehind it\b/i, instead: 'name what the cause is' },
  { pattern: /\bthe level is the message\b/i, instead: 'say what the level means' },
  { pattern: /\bapp used is none\b/i, instead: 'write "the app isn\'t an approved client app"' },
  { pattern: /\bunknown word\b/i, instead: 'say which value is unknown' },
  { pattern: /\bit fails:/i, instead: 'write "If it fails, …"' },
  { pattern: /\bhalf step\b/i, instead: 'name the step' },
  { pattern: /\b(?:ends|end|arrives|arrive) here,? too\b/i, instead: 'say which code is shown' },
  {
    pattern: /\b(?:first|second|third|fourth|last|next|previous) (?:query|command)\b/i,
    instead: 'name the query by what it shows',
  },
  { pattern: /\bsome(?:body|one) is (?:stopped|hit)\b/i, instead: 'write "a user is blocked"' },
];

/** Steps that can lose work or data, or that only fill space. */
const FOR_USERS: WordingRule[] = [
  {
    pattern: /\bclose (?:all|the|your) (?:browser|windows?|tabs?)\b/i,
    instead: 'people lose work by it; suggest a private window, if a source supports it',
  },
  {
    pattern:
      /\b(?:clear|delete|erase)\b[^.]*\b(?:cache|cookies|data|history|everything|files?|folder)\b/i,
    instead: 'people lose data by it; let IT decide',
  },
  {
    pattern:
      /\b(?:remove|delete|disconnect) (?:your|the|this) (?:(?:work|school) (?:or school )?)?(?:account|device|profile|app)\b/i,
    instead: 'people lose data by it; let IT decide',
  },
  { pattern: /\b(?:un|re)install\b/i, instead: 'people lose data by it; let IT decide' },
  {
    pattern: /\breset (?:this|your|the) (?:pc|computer|device|phone|windows)\b/i,
    instead: 'people lose data by it; let IT decide',
  },
  {
    pattern: /\bwrite down\b|\bnote (?:down )?the (?:time|correlation|request)\b/i,
    instead: 'the note has a button for that: "Copy the error details"',
  },
  {
    pattern: /\bbutton (?:below|above|here)\b/i,
    instead: 'it is read where no button is, too; say "Copy the error details and send them to IT"',
  },
  { pattern: /\bnothing is broken\b/i, instead: 'they are stuck; write "Try signing in again"' },
  {
    pattern: /\b(?:correlation|request|trace) id\b/i,
    instead: 'the button copies it; say "Copy the error details"',
  },
];

/** An `expected` entry says what to check; the same record is what an attack leaves. */
const DONE_WITH_IT =
  /\bnothing (?:is |has )?to (?:be )?(?:do|done|fix)\b|\b(?:can|may|safe to) (?:be )?ignored?\b|\bno action (?:is )?(?:needed|required)\b/i;

const GUARDED_STEP = /\b(?:enter|type|approve)\b[^.]*\b(?:code|request|sign-in)\b/i;
const WARNING =
  /\bif you (?:did not|didn['’]t|have not|haven['’]t)\b|\b(?:do not|don['’]t) (?:enter|approve|type|accept)\b|\bonly if you\b/i;

function userProblems(user: NonNullable<Entry['user']>): { text: string; message: string }[] {
  const pieces = [...user.text, ...user.steps].map(textOf);
  const found = pieces.flatMap((text) =>
    FOR_USERS.flatMap(({ pattern, instead }) => {
      const hit = pattern.exec(text);
      return hit ? [{ text, message: `"${hit[0]}" in User: ${instead}` }] : [];
    }),
  );
  const guarded = pieces.findIndex((text) => GUARDED_STEP.test(text) && !WARNING.test(text));
  const warning = pieces.findIndex((text) => WARNING.test(text));
  if (guarded >= 0 && warning > guarded)
    found.push({
      text: pieces[warning] ?? '',
      message: 'the warning stands after the step that it guards; put it before',
    });
  return found;
}

/** Refuses wordings that readers stumbled over, and User steps that do harm. */
export function checkWording(written: WrittenEntry[]): Finding[] {
  return written.flatMap((one) => {
    const { entry, file } = one;
    const found = paragraphsOf(entry).flatMap((paragraph) =>
      ANYWHERE.flatMap(({ pattern, instead }) => {
        const hit = pattern.exec(proseOf(paragraph));
        return hit ? [{ text: textOf(paragraph), message: `"${hit[0]}": ${instead}` }] : [];
      }),
    );
    if (entry.user) found.push(...userProblems(entry.user));
    if (entry.severity === 'expected') {
      for (const { name, sentences } of sectionsOf(entry)) {
        if (name === 'User') continue;
        for (const text of sentences.map(textOf)) {
          const hit = DONE_WITH_IT.exec(text);
          if (hit)
            found.push({
              text,
              message: `"${hit[0]}": an attack can leave the same record; say what to check before it is closed`,
            });
        }
      }
    }
    return found.map(({ text, message }): Finding => ({
      check: 'wording',
      level: 'problem',
      file,
      line: lineOf(one, text),
      message,
    }));
  });
}
