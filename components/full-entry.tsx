import { i18n } from './i18n';
import type { Entry } from '../lookup/entry';
import type { IndexLine } from '../lookup/index-line';
import type { Search } from '../lookup/search';
import { Causes } from './admin-view';
import { CommandBlock } from './command-block';
import type { Copy } from './copy-button';
import { Diagnosis } from './diagnosis';
import { SeverityPill, Verdict } from './pills';
import { Blocks, OutLink, Places, Steps, Words } from './words';

interface Props {
  entry: Entry;
  search: Search;
  places: Record<string, string>;
  copy: Copy;
}

function Related({ entry, search }: Pick<Props, 'entry' | 'search'>) {
  return (
    <ul>
      {entry.related.map(({ code, differs }) => {
        const line: IndexLine | undefined = search.get(code);
        return (
          <li>
            <a href={`#/${code}`}>{code}</a> {line?.[1]}
            {differs && <span class="soft"> · {differs}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** The whole entry on a page of its own: everything the card holds, and example, questions, related codes, sources. */
export function FullEntry({ entry, search, places, copy }: Props) {
  const {
    code,
    name,
    title,
    severity,
    fixedBy,
    user,
    admin,
    causes,
    fix,
    commands,
    diagnosis,
    event,
  } = entry;
  return (
    <Places.Provider value={places}>
      <article data-code={code}>
        <p class="code">
          {code}
          {name ? ` · ${name}` : ''}
        </p>
        <h1 tabIndex={-1}>{title}</h1>
        <p class="lead">{entry.summary}</p>
        <p class="facts">
          <SeverityPill severity={severity} /> <span>{i18n.t(`severityHint.${severity}`)}</span>
          <Verdict fixedBy={fixedBy} />
        </p>
        {event && <p class="soft">{i18n.t('lookup.event', [event.log, event.level])}</p>}
        {entry.status === 'retired' && <p class="warn">{i18n.t('card.retired')}</p>}
        {entry.depth === 'listed' && <p class="soft">{i18n.t('card.listed')}</p>}
        {user && (
          <section>
            <h2>{i18n.t('card.user')}</h2>
            {user.text.map((sentence) => (
              <p>
                <Words of={sentence} />
              </p>
            ))}
            {user.steps.length > 0 && <Steps of={user.steps} />}
          </section>
        )}
        {admin && (
          <section>
            <h2>{i18n.t('lookup.meaning')}</h2>
            <Blocks of={admin} />
          </section>
        )}
        {causes && (
          <section>
            <h2>{i18n.t('card.causes')}</h2>
            <Causes of={causes} />
          </section>
        )}
        {fix && (
          <section>
            <h2>{i18n.t('card.fix')}</h2>
            <Steps of={fix.map(({ text }) => text)} />
          </section>
        )}
        {diagnosis && (
          <section class="screen-only">
            <h2>{i18n.t('card.diagnose')}</h2>
            <Diagnosis key={code} question={diagnosis} />
          </section>
        )}
        {commands && commands.length > 0 && (
          <section>
            <h2>{i18n.t('card.commands')}</h2>
            {commands.map((command) => (
              <CommandBlock command={command} ids={{}} copy={copy} />
            ))}
          </section>
        )}
        {entry.examples && entry.examples.length > 0 && (
          <section>
            <h2>{i18n.t('card.example')}</h2>
            {entry.examples.map((example) => (
              <pre tabIndex={0}>
                <code>{example.code}</code>
              </pre>
            ))}
          </section>
        )}
        {entry.questions && entry.questions.length > 0 && (
          <section>
            <h2>{i18n.t('card.questions')}</h2>
            {entry.questions.map(({ ask, answer }) => (
              <details open>
                <summary>{ask}</summary>
                <Blocks of={answer} />
              </details>
            ))}
          </section>
        )}
        {entry.related.length > 0 && (
          <section>
            <h2>{i18n.t('card.related')}</h2>
            <Related entry={entry} search={search} />
          </section>
        )}
        <section>
          <h2>{i18n.t('card.sources')}</h2>
          <ul>
            {entry.sources.map(({ url, says }) => (
              <li>
                <OutLink href={url} text={url.replace('https://', '')} />{' '}
                <span class="soft">{says}</span>
              </li>
            ))}
          </ul>
          <p class="soft">
            {i18n.t('card.reviewed', [entry.reviewed])} · {i18n.t('card.byline')}
          </p>
        </section>
      </article>
    </Places.Provider>
  );
}
