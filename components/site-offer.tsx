import { i18n } from './i18n';

/** What can be decided about the site of the page behind the popup. */
export interface SiteState {
  /** Match patterns to ask for, so that Signpost runs on the site; absent where it cannot be turned on. */
  ask?: string[];
  /** Match patterns to give back, so that it no longer runs there; absent where nothing was given. */
  giveBack?: string[];
  /** Whether it runs on this page alone, or could. */
  once?: 'running' | 'possible';
}

interface Props extends SiteState {
  /** The browser or the organization said no. */
  isRefused: boolean;
  /** Asks the browser. Must be called by a press. */
  allow: (origins: string[]) => void;
  remove: (origins: string[]) => void;
  explainOnce: () => void;
  stopOnce: () => void;
}

/** The host of a match pattern, as people know it: `*.portal.azure.us`. */
const hostsOf = (patterns: readonly string[]) =>
  patterns.map((one) => one.replace(/^(?:https|\*):\/\//, '').replace(/\/\*$/, '')).join(', ');

/** Turns Signpost on for a site or for one page, and off again. */
export function SiteOffer(props: Props) {
  const { ask, giveBack, once, isRefused } = props;
  if (!ask && !giveBack && !once) return null;
  return (
    <div class="message stack site">
      {ask && (
        <>
          <button
            type="button"
            class="main"
            aria-describedby="site-hosts"
            onClick={() => props.allow(ask)}
          >
            {i18n.t('popup.site.allow')}
          </button>
          <span id="site-hosts">{i18n.t('popup.site.asks', [hostsOf(ask)])}</span>
        </>
      )}
      {isRefused && <span role="alert">{i18n.t('options.refused')}</span>}
      {once === 'possible' && (
        <button type="button" onClick={props.explainOnce}>
          {i18n.t('popup.site.once')}
        </button>
      )}
      {once === 'running' && (
        <button type="button" onClick={props.stopOnce}>
          {i18n.t('popup.site.stopOnce')}
        </button>
      )}
      {giveBack && (
        <>
          <button
            type="button"
            aria-describedby="site-given"
            onClick={() => props.remove(giveBack)}
          >
            {i18n.t('popup.site.stop')}
          </button>
          <span id="site-given">{i18n.t('popup.site.given', [hostsOf(giveBack)])}</span>
        </>
      )}
    </div>
  );
}
