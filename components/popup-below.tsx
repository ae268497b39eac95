import { start } from '../messaging/start';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import { KeptCodes } from './kept-codes';
import { PagePatterns } from './page-patterns';
import { PageTools } from './page-tools';
import { PasteFindings } from './paste-findings';
import type { PopupProps } from './popup-props';
import { PopupCard } from './popup-card';
import type { PopupItem } from './popup-item';
import { PopupResults, type ResultsProps } from './popup-results';
import { SiteOffer } from './site-offer';
import { TabMessage } from './tab-message';
import type { PasteState } from './use-paste';

/** What the popup's state adds to its props. */
export interface BelowProps
  extends
    PopupProps,
    Pick<
      ResultsProps,
      'answered' | 'items' | 'selected' | 'copied' | 'isEmpty' | 'page' | 'askNearest'
    > {
  paste: PasteState;
  /** Whether the records in the text are its whole answer. */
  isByRecord: boolean;
  /** What is to be said of the file that was dropped last. */
  notice: string | undefined;
  /** The code whose card is open. */
  shown: Code | undefined;
  show: (code: Code | undefined) => void;
  choose: (code: Code) => Promise<void>;
  chooseItem: (item: PopupItem) => void;
  clearKept: () => void;
}

/** All of the popup that stands below the field: what was found, a card, and what the popup knows of the page. */
export function PopupBelow(props: BelowProps) {
  const { answered, items, selected, copied, isEmpty, page, paste, notice, shown, show } = props;
  const { tab, catalog } = props;
  return (
    <>
      {props.lacksAccess && (
        <div class="message stack">
          {i18n.t('popup.granted')}
          <button type="button" class="main" onClick={props.askForAccess}>
            {i18n.t('popup.grant')}
          </button>
        </div>
      )}
      {shown ? (
        <PopupCard
          {...props}
          code={shown}
          ids={answered?.ids ?? {}}
          reading={paste.state === 'read' ? paste.reading : undefined}
          close={() => show(undefined)}
        />
      ) : (
        <>
          {notice && (
            <p class="message" role="alert">
              {notice}
            </p>
          )}
          <PasteFindings
            {...{ paste, copy: props.copy }}
            answer={answered}
            choose={(code) => start('opening an answer', () => props.choose(code))}
          />
          {isEmpty && <PagePatterns {...props} />}
          {isEmpty && page.all.length > 0 && (
            <PageTools
              items={page.all}
              isHiding={props.hidesExpected}
              hide={props.hideExpected}
              tableText={props.tableText}
              copy={props.copy}
            />
          )}
          {!props.isByRecord && (
            <PopupResults
              {...{ catalog, answered, items, selected, copied, isEmpty, page }}
              askNearest={props.askNearest}
              choose={props.chooseItem}
              loadEntry={props.loadEntry}
            />
          )}
        </>
      )}
      {isEmpty && !shown && tab && (
        <>
          <TabMessage {...props} tab={tab} />
          <SiteOffer
            {...props.site}
            allow={props.allowSite}
            remove={props.removeSite}
            explainOnce={props.explainOnce}
            stopOnce={props.stopOnce}
          />
        </>
      )}
      {isEmpty && !shown && (
        <KeptCodes
          {...{
            kept: props.kept,
            mostPinned: props.mostPinned,
            lineOf: props.lineOf,
            pin: props.pin,
            isNotKept: props.isNotKept,
          }}
          open={(code) => {
            props.remember(code);
            show(code);
          }}
          clear={props.clearKept}
        />
      )}
    </>
  );
}
