import type { Answer } from '../lookup/answer';
import { i18n } from './i18n';

/** What stands over the answers to a text. One code alone is no choice of answers, least of all where nothing is known of it. */
export function answerHeading({ kind, rows, isGuess }: Answer): string {
  if (kind === 'text') return i18n.t('popup.inYourText');
  if (kind === 'code' && rows.length === 1) return i18n.t('popup.oneCode');
  return i18n.t(isGuess ? 'popup.guess' : 'popup.results');
}
