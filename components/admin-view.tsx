import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Entry } from '../lookup/entry';
import { CommandBlock } from './command-block';
import { Diagnosis } from './diagnosis';
import type { Explained } from './explained';
import { Findings } from './findings';
import { Intro } from './intro';
import { ReplyView } from './person-view';
import { Blocks, FixSteps } from './words';

/** Tells the tabs of several cards on one page apart. */
let lastName = 0;

interface Tab {
  id: 'causes' | 'fix' | 'commands' | 'diagnose' | 'user';
  body: ComponentChildren;
}

function tabsOf(explained: Explained, entry: Entry, hasReply: boolean): Tab[] {
  const { causes, fix, commands, diagnosis, user } = entry;
  const { ids, copy, readRecord } = explained;
  const tabs: (Tab | false | undefined)[] = [
    causes && { id: 'causes', body: <Findings {...entry} judged={explained.causes} /> },
    fix && { id: 'fix', body: <FixSteps of={fix} /> },
    commands?.length !== 0 &&
      commands && {
        id: 'commands',
        body: commands.map((command) => <CommandBlock {...{ command, ids, copy, readRecord }} />),
      },
    diagnosis && {
      id: 'diagnose',
      body: <Diagnosis question={diagnosis} known={explained.answers} />,
    },
    hasReply && user && { id: 'user', body: <ReplyView {...{ entry, copy }} /> },
  ];
  return tabs.filter((tab): tab is Tab => !!tab);
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
  const tabs = tabsOf(explained, entry, hasReply);
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
            {tabs.map(({ id }, at) => (
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
            aria-labelledby={`${name}-${shown.id}`}
          >
            {shown.body}
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
