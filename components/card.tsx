import { i18n } from './i18n';
import { AdminView } from './admin-view';
import { CardHead } from './card-head';
import { CloseButton } from './close-button';
import type { Explained } from './explained';
import { PersonView } from './person-view';
import { SeverityPill } from './pills';
import { UnknownView } from './unknown-view';
import { Evidence, onlyReasoning } from './evidence';
import { Places } from './words';

/** The foot of a card: who explains, from how many sources, and the way to the full entry. */
export function CardFoot({ code, entry, openLookup }: Explained) {
  return (
    <div class="foot">
      <span>{i18n.t('card.byline')}</span>
      {entry && (
        <button type="button" class="link" onClick={() => openLookup(code)}>
          {i18n.t('card.fullEntry')} · {i18n.t('card.sourceCount', [String(entry.sources.length)])}
        </button>
      )}
    </div>
  );
}

/** What stands under the head: off Microsoft's hosts a warning, on them what the rows around a code show. */
export function UnderHead({ isMicrosoft, row }: Pick<Explained, 'isMicrosoft' | 'row'>) {
  return isMicrosoft ? row : <p class="warn banner">{i18n.t('card.notMicrosoft')}</p>;
}

interface CardProps extends Explained {
  close: () => void;
  /** Whether it speaks to the person who signs in. */
  isForUser?: boolean;
}

/** The card over a marked code: for administrators, or on a sign-in page for the person. */
export function Card({ close, isForUser = false, ...explained }: CardProps) {
  const { entry, code, places } = explained;
  return (
    <Places.Provider value={places}>
      <div
        class="note card"
        role="dialog"
        lang={entry?.locale}
        aria-label={i18n.t('card.region', [code])}
        tabIndex={-1}
      >
        <CardHead {...explained} isForUser={isForUser}>
          {!isForUser && entry?.severity && <SeverityPill severity={entry.severity} />}
          <CloseButton label={i18n.t('card.close')} close={close} />
        </CardHead>
        <UnderHead {...explained} />
        {!entry ? (
          <UnknownView {...explained} />
        ) : isForUser ? (
          <div class="body panel">
            <PersonView {...explained} />
          </div>
        ) : (
          <Evidence.Provider value={onlyReasoning}>
            <AdminView {...explained} />
          </Evidence.Provider>
        )}
        <CardFoot {...explained} />
      </div>
    </Places.Provider>
  );
}
