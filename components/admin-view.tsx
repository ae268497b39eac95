import { useContext, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Entry } from '../lookup/entry';
import { Causes } from './causes';
import { Evidence } from './evidence';
import type { Explained, LateTab } from './explained';
import { Intro } from './intro';
import { Blocks, FixSteps } from './words';

/** Tells the tabs of several cards on one page apart. */
let lastName = 0;

type Tab = LateTab | 'fix';

/** The tabs of an entry. A reply is offered where its reader is not the user who reads the same. */
function tabsOf({ causes, fix, commands, diagnosis, user }: Entry, hasReply: boolean): Tab[] {
  const tabs: (Tab | false | undefined)[] = [
    causes && 'causes',
    fix && 'fix',
    !!commands?.length && 'commands',
    diagnosis && 'diagnose',
    hasReply && user && 'user',
  ];
  return tabs.filter((tab) => !!tab);
}

interface BodyProps {
  tab: Tab;
  explained: Explained;
  entry: Entry;
}

/** What stands under a tab. Causes and fix are there at once; for the rest a script may still be on its way. */
function Body({ tab, explained, entry: { causes, fix } }: BodyProps) {
  const showEvidence = useContext(Evidence);
  const { drawPanel } = explained;
  if (tab === 'fix') return <FixSteps of={fix!} />;
  if (tab === 'causes' && !explained.causes) return <Causes of={causes!} />;
  if (typeof drawPanel === 'function') return drawPanel(tab, explained, showEvidence);
  return <p role="status">{i18n.t(drawPanel ? 'card.partFailed' : 'card.loading')}</p>;
}

/** What an administrator reads: the meaning, then causes, fix, commands and diagnosis in tabs. */
export function AdminView({
  hasReply = true,
  ...explained
}: Explained & {
  /** Whether a reply for the user is offered. Not on sign-in pages, where the user reads the same. */
  hasReply?: boolean;
}) {
  const { entry } = explained;
  const [name] = useState(() => `tabs${++lastName}`);
  const [chosen, choose] = useState(0);
  if (!entry) return null;
  const tabs = tabsOf(entry, hasReply);
  const shown = tabs[chosen];

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const isRightToLeft = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const next = (chosen + (isRightToLeft ? -step : step) + tabs.length) % tabs.length;
    choose(next);
    ((event.currentTarget as Element).children[next] as HTMLElement).focus();
    event.preventDefault();
  };

  return (
    <>
      <Intro>
        {entry.admin ? <Blocks of={entry.admin} /> : <p>{entry.summary}</p>}
        {entry.depth === 'listed' && <p class="soft">{i18n.t('card.listed')}</p>}
        {entry.status === 'retired' && <p class="warn">{i18n.t('card.retired')}</p>}
      </Intro>
      {shown && (
        <>
          <div class="tabs" role="tablist" onKeyDown={move}>
            {tabs.map((id, at) => (
              <button
                type="button"
                role="tab"
                id={`${name}-${id}`}
                aria-selected={at === chosen}
                aria-controls={`${name}-panel`}
                tabIndex={at === chosen ? 0 : -1}
                onClick={() => choose(at)}
              >
                {i18n.t(`card.${id}`)}
              </button>
            ))}
          </div>
          <div
            class="body panel"
            role="tabpanel"
            tabIndex={0}
            id={`${name}-panel`}
            aria-labelledby={`${name}-${shown}`}
          >
            <Body tab={shown} explained={explained} entry={entry} />
            {entry.guides?.map(({ name: guide, title }) => (
              <p class="guide">
                <button
                  type="button"
                  class="link"
                  onClick={() => explained.openLookup(`guide/${guide}`)}
                >
                  {i18n.t('card.guide', [title])}
                </button>
              </p>
            ))}
          </div>
        </>
      )}
    </>
  );
}
