import { i18n } from './i18n';
import { AdminView } from './admin-view';
import { CardHead } from './card-head';
import type { Explained } from './explained';
import { SeverityPill } from './pills';
import { trusted } from './trusted';
import { UnknownView } from './unknown-view';
import { Places } from './words';

/** The foot of a card: who explains, from how many sources, and the way to the full entry. */
export function CardFoot({ code, entry, openLookup }: Explained) {
  return (
    <div class="foot">
      <span>{i18n.t('card.byline')}</span>
      {entry && (
        <button type="button" class="link" onClick={trusted(() => openLookup(code))}>
          {i18n.t('card.fullEntry')} · {i18n.t('card.sourceCount', [String(entry.sources.length)])}
        </button>
      )}
    </div>
  );
}

/** The warning that stands above every explanation off Microsoft's hosts. */
export function HostWarning({ isMicrosoft }: Pick<Explained, 'isMicrosoft'>) {
  return isMicrosoft ? null : <p class="warn banner">{i18n.t('card.notMicrosoft')}</p>;
}

/** The card over a marked code, for administrators. */
export function Card({ close, ...explained }: Explained & { close: () => void }) {
  const { entry, code, places } = explained;
  return (
    <Places.Provider value={places}>
      <div class="note card" role="dialog" aria-label={i18n.t('card.region', [code])} tabIndex={-1}>
        <CardHead {...explained}>
          {entry?.severity && <SeverityPill severity={entry.severity} />}
          <button
            type="button"
            class="icon"
            aria-label={i18n.t('card.close')}
            onClick={trusted(close)}
          >
            ✕
          </button>
        </CardHead>
        <HostWarning {...explained} />
        {entry ? <AdminView {...explained} /> : <UnknownView code={code} />}
        <CardFoot {...explained} />
      </div>
    </Places.Provider>
  );
}
