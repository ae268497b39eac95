import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import { AdminView } from './admin-view';
import { CardFoot, UnderHead } from './card';
import { CardHead } from './card-head';
import { CloseButton } from './close-button';
import type { Explained } from './explained';
import { PersonView } from './person-view';
import { UnknownView } from './unknown-view';
import { Places } from './words';

interface Props extends Explained {
  /** Whether a mark led here just now. */
  isLed: boolean;
  /** Called when somebody looks at the part for IT. */
  looked: () => void;
  dismiss: () => void;
}

/** The open note on a sign-in error page, for the person who cannot sign in. IT finds its part one click away. */
export function PersonNote({ isLed, looked, dismiss, ...explained }: Props) {
  const [isForIt, setForIt] = useState(false);
  const { entry, code, places } = explained;
  const toggle = () => {
    setForIt(!isForIt);
    if (!isForIt) looked();
  };
  return (
    <Places.Provider value={places}>
      <section
        class={`note ${isLed ? 'led' : ''}`}
        lang={entry?.locale}
        aria-label={i18n.t('card.region', [code])}
        tabIndex={-1}
      >
        <CardHead {...explained} isForUser={!isForIt}>
          {entry && (
            <button type="button" class="link" onClick={toggle}>
              {i18n.t(isForIt ? 'card.forUser' : 'card.forIt')}
            </button>
          )}
          <CloseButton label={i18n.t('card.dismiss')} close={dismiss} />
        </CardHead>
        <UnderHead {...explained} />
        {!entry ? (
          <UnknownView {...explained} />
        ) : isForIt ? (
          <AdminView {...explained} hasReply={false} />
        ) : (
          <div class="body">
            <PersonView {...explained} />
          </div>
        )}
        {isForIt ? <CardFoot {...explained} /> : <div class="foot">{i18n.t('card.byline')}</div>}
      </section>
    </Places.Provider>
  );
}
