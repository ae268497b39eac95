import { i18n } from './i18n';
import type { PageCode } from '../inspection/page-codes';
import type { WhyNothing } from '../inspection/why-nothing';
import { CopyButton, type Copy } from './copy-button';

/** Why the browser closes a page to extensions. */
export type ClosedReason = 'browser' | 'store' | 'policy' | 'file' | 'error' | 'unknown';

/** What the popup knows of the tab behind it. */
export type TabState =
  | { kind: 'codes'; codes: PageCode[] }
  | { kind: 'nothing'; why: WhyNothing }
  | { kind: 'closed'; reason: ClosedReason };

interface Props {
  tab: TabState;
  /** Reads the page anew and writes down what it is made of, without personal data. */
  report: () => Promise<string>;
  copy: Copy;
  openOptions: () => void;
}

/** Why nothing is marked, in words. */
function reason(why: WhyNothing): string {
  if (why.reason === 'off') return i18n.t(`popup.why.off.${why.by}`);
  return i18n.t(`popup.why.${why.reason}`);
}

/** How much of the page was read. */
function extent(why: WhyNothing): string {
  if (!('read' in why)) return '';
  const read = i18n.t('popup.framesRead', [String(why.read)]);
  return why.unread ? `${read} ${i18n.t('popup.framesUnread', [String(why.unread)])}` : read;
}

/** Says why nothing is listed for the tab, and copies a report from which a changed page can be taught. */
export function TabMessage({ tab, report, copy, openOptions }: Props) {
  if (tab.kind === 'codes')
    return (
      <div class="message stack quiet">
        <CopyButton label={i18n.t('popup.reportMissing')} of="codes" text={report} copy={copy} />
      </div>
    );
  if (tab.kind === 'closed') return <p class="message">{i18n.t(`popup.closed.${tab.reason}`)}</p>;
  const { why } = tab;
  return (
    <div class="message stack" data-why={why.reason}>
      <span role="status">
        {reason(why)} {extent(why)}
      </span>
      {why.reason === 'off' && (
        <button type="button" onClick={openOptions}>
          {i18n.t('popup.options')}
        </button>
      )}
      {why.reason !== 'otherSite' && (
        <>
          <CopyButton label={i18n.t('popup.report')} of={why.reason} text={report} copy={copy} />
          <span class="hint">{i18n.t('popup.reportHint')}</span>
        </>
      )}
    </div>
  );
}
