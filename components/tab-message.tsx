import { i18n } from './i18n';
import type { Code } from '../detection/code';

/** Why the browser closes a page to extensions. */
export type ClosedReason = 'browser' | 'store' | 'policy' | 'file' | 'error' | 'unknown';

/** What the popup knows of the tab behind it. */
export type TabState =
  | { kind: 'codes'; codes: { code: Code; count: number }[] }
  | { kind: 'inactive' }
  | { kind: 'closed'; reason: ClosedReason };

interface Props {
  tab: TabState;
  explainTab: () => void;
}

/** Says why nothing is listed for the tab: no code on it, Signpost does not run there, or the page is closed to it. */
export function TabMessage({ tab, explainTab }: Props) {
  if (tab.kind === 'codes')
    return tab.codes.length ? null : <p class="message">{i18n.t('popup.noCodes')}</p>;
  if (tab.kind === 'closed') return <p class="message">{i18n.t(`popup.closed.${tab.reason}`)}</p>;
  return (
    <div class="message stack">
      <span>
        {i18n.t('popup.notActive')} {i18n.t('popup.reload')}
      </span>
      <button type="button" onClick={explainTab}>
        {i18n.t('popup.explainPage')}
      </button>
    </div>
  );
}
