import { i18n } from './i18n';
import type { Code } from '../detection/code';
import { plainSentence } from '../report/plain-text';
import { useLoaded, type LoadEntry } from './use-entry';

/** Most steps that stand below a row. The card has them all. */
const MOST_STEPS = 3;

interface Props {
  code: Code;
  loadEntry: LoadEntry;
}

/** What to do about a code, in a row of results. A row is one thing to press, so that nothing in it can be pressed. */
export function QuickAnswer({ code, loadEntry }: Props) {
  const loading = useLoaded(() => loadEntry(code), code);
  if (loading.state === 'loading') return null;
  if (loading.state === 'failed') return <span>{i18n.t('lookup.entryFailed', [code])}</span>;
  const entry = loading.content;
  if (!entry) return <span>{i18n.t('unknown.text')}</span>;
  if (entry.depth === 'listed') return <span>{i18n.t('card.listed')}</span>;
  const steps = entry.fix ?? [];
  return (
    <>
      <b>{i18n.t('card.fix')}</b>
      {steps.slice(0, MOST_STEPS).map(({ text, risky }, at) => (
        <span key={at} class="step">
          <span>{`${at + 1}. `}</span>
          <span>
            {plainSentence(text)}
            {risky && <em>{` ${i18n.t('card.risky')}`}</em>}
          </span>
        </span>
      ))}
      {steps.length > MOST_STEPS && (
        <span class="soft">{i18n.t('popup.moreSteps', [String(steps.length - MOST_STEPS)])}</span>
      )}
    </>
  );
}
