import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import { AdminView } from './admin-view';
import { CardFoot, HostWarning } from './card';
import { CardHead } from './card-head';
import type { Explained } from './explained';
import { Glyph } from './glyph';
import { SeverityPill } from './pills';
import { PersonView } from './person-view';
import { trusted } from './trusted';
import { UnknownView } from './unknown-view';
import { Places } from './words';

type NoteProps = Explained & { dismiss: () => void };

function Dismiss({ dismiss }: Pick<NoteProps, 'dismiss'>) {
  return (
    <button
      type="button"
      class="icon"
      aria-label={i18n.t('card.dismiss')}
      onClick={trusted(dismiss)}
    >
      ✕
    </button>
  );
}

/** The open note on a sign-in error page, for the person who cannot sign in. IT finds its part one click away. */
export function PersonNote({ dismiss, ...explained }: NoteProps) {
  const [isForIt, setForIt] = useState(false);
  const { entry, code, places } = explained;
  return (
    <Places.Provider value={places}>
      <section class="note" aria-label={i18n.t('card.region', [code])}>
        <CardHead {...explained} isForUser={!isForIt}>
          <Dismiss dismiss={dismiss} />
        </CardHead>
        <HostWarning {...explained} />
        {!entry ? (
          <UnknownView code={code} />
        ) : isForIt ? (
          <AdminView {...explained} />
        ) : (
          <div class="body">
            <PersonView {...explained} />
          </div>
        )}
        {isForIt && <CardFoot {...explained} />}
        <div class="foot">
          <span>{isForIt ? '' : i18n.t('card.byline')}</span>
          {entry && (
            <button
              type="button"
              class="link"
              aria-expanded={isForIt}
              onClick={trusted(() => setForIt(!isForIt))}
            >
              {i18n.t(isForIt ? 'card.forUser' : 'card.forIt')} {isForIt ? '▴' : '▾'}
            </button>
          )}
        </div>
      </section>
    </Places.Provider>
  );
}

/** The note in a details pane: one line that unfolds for the administrator. */
export function LineNote({ dismiss, ...explained }: NoteProps) {
  const [isOpen, setOpen] = useState(false);
  const { entry, code, places } = explained;
  return (
    <Places.Provider value={places}>
      <section class="note" aria-label={i18n.t('card.region', [code])}>
        <div class="line">
          <button
            type="button"
            class="fold"
            aria-expanded={isOpen}
            title={i18n.t(isOpen ? 'card.fold' : 'card.open')}
            onClick={trusted(() => setOpen(!isOpen))}
          >
            <Glyph />
            <span class="grow">
              <b>{entry?.title ?? i18n.t('unknown.title')}</b>
              <span class="soft">{entry?.fixedBy ? i18n.t(`who.${entry.fixedBy}`) : code}</span>
            </span>
            {entry?.severity && <SeverityPill severity={entry.severity} />}
            <span class="chevron" aria-hidden="true">
              {isOpen ? '▴' : '▾'}
            </span>
          </button>
          <Dismiss dismiss={dismiss} />
        </div>
        {isOpen && (
          <>
            <HostWarning {...explained} />
            <div class="body code">
              {code}
              {entry?.name ? ` · ${entry.name}` : ''}
            </div>
            {entry ? <AdminView {...explained} /> : <UnknownView code={code} />}
            <CardFoot {...explained} />
          </>
        )}
      </section>
    </Places.Provider>
  );
}
