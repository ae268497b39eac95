import type { Entry } from '../lookup/entry';
import { plainSentence } from './plain-text';

/**
 * What an administrator can send to the person whose sign-in failed.
 * @returns Title, explanation and numbered steps as lines of plain text, in the words of the person's own note.
 */
export function replyText({
  title,
  userTitle,
  summary,
  user,
}: Pick<Entry, 'title' | 'userTitle' | 'summary' | 'user'>): string {
  const text = user ? user.text.map(plainSentence).join(' ') : summary;
  const steps = user?.steps.map((step, at) => `${at + 1}. ${plainSentence(step)}`) ?? [];
  return [userTitle ?? title, '', text, ...(steps.length ? ['', ...steps] : [])].join('\n');
}
