import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Entry } from '../lookup/entry';
import { CommandBlock } from './command-block';
import { Diagnosis } from './diagnosis';
import type { Explained } from './explained';
import { PersonView } from './person-view';
import { trusted } from './trusted';
import { Blocks, Steps, Words } from './words';

/** Tells the tabs of several cards on one page apart. */
let lastName = 0;

interface Tab {
  id: 'causes' | 'fix' | 'commands' | 'diagnose' | 'user';
  body: ComponentChildren;
}

/** Causes, most likely first, each with how to tell. */
export function Causes({ of }: { of: NonNullable<Entry['causes']> }) {
  return (
    <ol class="causes">
      {of.map(({ name, tell }) => (
        <li>
          <b>
            <Words of={name} />
          </b>
          <span class="soft">
            <Words of={tell} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function tabsOf(explained: Explained, entry: Entry): Tab[] {
  const { causes, fix, commands, diagnosis, user } = entry;
  const tabs: (Tab | false | undefined)[] = [
    causes && { id: 'causes', body: <Causes of={causes} /> },
    fix && { id: 'fix', body: <Steps of={fix.map(({ text }) => text)} /> },
    commands?.length !== 0 &&
      commands && {
        id: 'commands',
        body: commands.map((command) => (
          <CommandBlock command={command} ids={explained.ids} copy={explained.copy} />
        )),
      },
    diagnosis && { id: 'diagnose', body: <Diagnosis question={diagnosis} /> },
    user && { id: 'user', body: <PersonView {...explained} /> },
  ];
  return tabs.filter((tab): tab is Tab => !!tab);
}

/** What an administrator reads: the meaning, then causes, fix, commands and diagnosis in tabs. */
export function AdminView(explained: Explained) {
  const { entry } = explained;
  const [name] = useState(() => `tabs${++lastName}`);
  const [chosen, choose] = useState(0);
  if (!entry) return null;
  const tabs = tabsOf(explained, entry);
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
      <div class="body">
        {entry.admin ? <Blocks of={entry.admin} /> : <p>{entry.summary}</p>}
        {entry.depth === 'listed' && <p class="soft">{i18n.t('card.listed')}</p>}
        {entry.status === 'retired' && <p class="warn">{i18n.t('card.retired')}</p>}
      </div>
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
                onClick={trusted(() => choose(at))}
              >
                {i18n.t(`card.${id}`)}
              </button>
            ))}
          </div>
          <div
            class="body panel"
            role="tabpanel"
            id={`${name}-panel`}
            aria-labelledby={`${name}-${shown.id}`}
          >
            {shown.body}
          </div>
        </>
      )}
    </>
  );
}
