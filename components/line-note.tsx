import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Severity } from '../lookup/entry';
import { SEVERITIES } from '../lookup/entry-values';
import { AdminView } from './admin-view';
import { CardFoot, UnderHead } from './card';
import { CloseButton } from './close-button';
import { Evidence, onlyReasoning } from './evidence';
import type { Explained } from './explained';
import { Glyph } from './glyph';
import { SeverityPill } from './pills';
import { UnknownView } from './unknown-view';
import { Places } from './words';

interface LineProps extends Explained {
  /** Whether a line above speaks for several notes. */
  isInGroup: boolean;
  /** Whether the line says who has to act. */
  saysWho: boolean;
  /** Whether a mark led here just now. */
  isLed: boolean;
  dismiss: () => void;
  folded: (isFolded: boolean) => void;
}

function Chevron({ isOpen }: { isOpen: boolean }) {
  return (
    <span class="chevron" aria-hidden="true">
      {isOpen ? '▴' : '▾'}
    </span>
  );
}

/** Says in the line itself that the page is not Microsoft's, before anything is unfolded. */
function ForeignPill({ isMicrosoft }: Pick<Explained, 'isMicrosoft'>) {
  return isMicrosoft ? null : <span class="pill it">{i18n.t('card.foreign')}</span>;
}

interface FoldProps {
  isOpen: boolean;
  toggle: () => void;
  dismiss: () => void;
  explained: Explained;
  /** Whether it stands at the head of a note, with our sign and the warning. */
  isHead: boolean;
  severity: Severity | undefined;
  children: ComponentChildren;
}

/** The one line of a note: pressed, it unfolds what stands below; its last button hides the note. */
function FoldLine({ isOpen, toggle, dismiss, explained, isHead, severity, children }: FoldProps) {
  return (
    <div class="line">
      <button
        type="button"
        class="fold"
        aria-expanded={isOpen}
        title={i18n.t(isOpen ? 'card.fold' : 'card.open')}
        onClick={toggle}
      >
        {isHead && <Glyph />}
        <span class="grow">{children}</span>
        {isHead && <ForeignPill {...explained} />}
        {severity && <SeverityPill severity={severity} />}
        <Chevron isOpen={isOpen} />
      </button>
      <CloseButton label={i18n.t('card.dismiss')} close={dismiss} />
    </div>
  );
}

/** The note in a details pane: one line that begins with its code, and unfolds for the administrator. */
export function LineNote({ isInGroup, saysWho, isLed, dismiss, folded, ...explained }: LineProps) {
  const [isOpen, setOpen] = useState(false);
  const { entry, code, places } = explained;
  const toggle = () => {
    setOpen(!isOpen);
    folded(isOpen);
  };
  return (
    <Places.Provider value={places}>
      <section
        class={`note ${isInGroup ? 'member' : ''} ${isLed ? 'led' : ''}`}
        lang={entry?.locale}
        aria-label={i18n.t('card.region', [code])}
        tabIndex={-1}
      >
        <FoldLine
          isOpen={isOpen}
          toggle={toggle}
          dismiss={dismiss}
          explained={explained}
          isHead={!isInGroup}
          severity={entry?.severity}
        >
          <span class="code mark">{code}</span> <b>{entry?.title ?? i18n.t('unknown.title')}</b>
          {saysWho && entry?.fixedBy && (
            <span class="soft"> · {i18n.t(`who.${entry.fixedBy}`)}</span>
          )}
        </FoldLine>
        {isOpen && (
          <>
            <UnderHead {...explained} />
            {entry?.name && <div class="body code">{entry.name}</div>}
            {entry ? (
              <Evidence.Provider value={onlyReasoning}>
                <AdminView {...explained} />
              </Evidence.Provider>
            ) : (
              <UnknownView {...explained} />
            )}
            <CardFoot {...explained} />
          </>
        )}
      </section>
    </Places.Provider>
  );
}

/** The most that an administrator should care about one of them. */
function gravest(of: Explained[]): Severity | undefined {
  return SEVERITIES.findLast((severity) => of.some(({ entry }) => entry?.severity === severity));
}

interface GroupProps {
  of: Explained[];
  isOpen: boolean;
  toggle: () => void;
  dismiss: () => void;
}

/** One line for notes that stand together: their codes, the gravest severity, and who acts where that is one. */
export function GroupLine({ of, isOpen, toggle, dismiss }: GroupProps) {
  const codes = [...new Set(of.map(({ code }) => code))];
  const whos = new Set(of.map(({ entry }) => entry?.fixedBy));
  const [who] = whos;
  return (
    <section class="note" aria-label={i18n.t('card.region', [codes.join(', ')])}>
      <FoldLine
        isOpen={isOpen}
        toggle={toggle}
        dismiss={dismiss}
        explained={of[0]!}
        isHead
        severity={gravest(of)}
      >
        {codes.map((code, at) => (
          <>
            {at > 0 && ' '}
            <span class="code mark">{code}</span>
          </>
        ))}
        {whos.size === 1 && who && <span class="soft"> · {i18n.t(`who.${who}`)}</span>}
      </FoldLine>
    </section>
  );
}
