import type { ComponentChildren } from 'preact';
import { i18n } from './i18n';
import { entryAddress } from '../lookup/address';
import type { Chart } from '../lookup/chart';
import type { Entry } from '../lookup/entry';
import type { Search } from '../lookup/search';
import { CommandBlock } from './command-block';
import type { Copy } from './copy-button';
import { Diagnosis } from './diagnosis';
import { Flowchart } from './flowchart';
import { Causes } from './causes';
import { Verdict } from './pills';
import { Blocks, FixSteps, OutLink, Steps, Words } from './words';

/** A part of an entry or guide under a heading of its own. */
export interface Section {
  /** Part of the address: `#/AADSTS50126/fix`. */
  id: string;
  title: string;
  body: ComponentChildren;
  /** Makes no sense on paper. */
  isScreenOnly?: boolean;
}

function UserSection({ entry }: { entry: Entry }) {
  const { user } = entry;
  return (
    <>
      {entry.fixedBy && (
        <p>
          <Verdict fixedBy={entry.fixedBy} />
        </p>
      )}
      {user!.text.map((sentence) => (
        <p>
          <Words of={sentence} />
        </p>
      ))}
      {user!.steps.length > 0 && <Steps of={user!.steps} />}
    </>
  );
}

/** Codes with their titles, and how they differ where people confuse them. */
export function Related({
  related,
  search,
}: Pick<Entry, 'related'> & { search: Search | undefined }) {
  return (
    <ul>
      {related.map(({ code, differs }) => (
        <li>
          <a href={entryAddress(code)}>{code}</a> {search?.get(code)?.title}
          {differs && <span class="soft"> · {differs}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Where each source says what, and when; the numbers in the text lead here. */
export function Sources({
  sources,
  searched,
  depth,
  reviewed,
}: Pick<Entry, 'sources' | 'searched' | 'reviewed'> & Partial<Pick<Entry, 'depth'>>) {
  return (
    <>
      <ol class="sources">
        {sources.map(({ url, at, dated, says }, index) => (
          <li id={`section-source-${index + 1}`} tabIndex={-1}>
            <OutLink href={url} text={url.replace('https://', '')} />
            {at && <span> · {at}</span>}
            {dated && <span> · {dated}</span>}
            <span class="soft"> {says}</span>
          </li>
        ))}
      </ol>
      {!searched && depth !== 'listed' && <p class="soft">{i18n.t('lookup.unread')}</p>}
      <p class="soft">
        {i18n.t('card.reviewed', [reviewed])} · {i18n.t('card.byline')}
      </p>
    </>
  );
}

/** The parts of an entry that are there, in the order in which an administrator needs them. */
export function sectionsOf(
  entry: Entry,
  search: Search | undefined,
  copy: Copy,
  chart?: Chart,
): Section[] {
  const { user, admin, causes, fix, diagnosis, commands, examples, questions, related } = entry;
  const parts: (Section | false | undefined)[] = [
    user && { id: 'user', title: i18n.t('card.user'), body: <UserSection entry={entry} /> },
    admin && { id: 'meaning', title: i18n.t('lookup.meaning'), body: <Blocks of={admin} /> },
    causes && { id: 'causes', title: i18n.t('card.causes'), body: <Causes of={causes} /> },
    fix && {
      id: 'fix',
      title: i18n.t('card.fix'),
      body: <FixSteps of={fix} />,
    },
    diagnosis && {
      id: 'diagnose',
      title: i18n.t('card.diagnose'),
      body: (
        <>
          <div class="screen-only">
            <Diagnosis key={entry.code} question={diagnosis} />
          </div>
          {chart && <Flowchart chart={chart} question={diagnosis} />}
        </>
      ),
    },
    !!commands?.length && {
      id: 'commands',
      title: i18n.t('card.commands'),
      body: commands.map((command) => <CommandBlock command={command} ids={{}} copy={copy} />),
    },
    !!examples?.length && {
      id: 'example',
      title: i18n.t('card.example'),
      body: examples.map(({ code }) => (
        <pre tabIndex={0}>
          <code>{code}</code>
        </pre>
      )),
    },
    !!questions?.length && {
      id: 'questions',
      title: i18n.t('card.questions'),
      body: questions.map(({ ask, answer }) => (
        <details open>
          <summary>{ask}</summary>
          <Blocks of={answer} />
        </details>
      )),
    },
    related.length > 0 && {
      id: 'related',
      title: i18n.t('card.related'),
      body: <Related related={related} search={search} />,
    },
    { id: 'sources', title: i18n.t('card.sources'), body: <Sources {...entry} /> },
  ];
  return parts.filter((part): part is Section => !!part);
}
