import { useMemo, useState } from 'preact/hooks';
import type { Code } from '../detection/code';
import type { Finding } from '../diagnosis/diagnose';
import { groupFindings, type FindingGroup } from '../diagnosis/group-findings';
import { LONGEST_PASTE } from '../diagnosis/longest-paste';
import type { PasteReading } from '../diagnosis/read-paste';
import type { Answer } from '../lookup/answer';
import { findingsText } from '../report/findings-text';
import { explainsCodes } from './answered-by-record';
import { CopyButton, type Copy } from './copy-button';
import { i18n } from './i18n';
import { KeepPersonal } from './keep-personal';
import { listedRecords, ReadValues } from './read-values';
import type { PasteState } from './use-paste';

interface Props {
  paste: PasteState;
  /** What the text is answered with below. */
  answer?: Pick<Answer, 'kind' | 'rows'> | undefined;
  copy: Copy;
  /** The page has no other heading. */
  isPage?: boolean;
  /** Opens the entry that explains a finding. */
  choose: (code: Code) => void;
}

const heading = (verdict: Finding['verdict']) => i18n.t(`findings.${verdict}`);
const place = (title: string, line: number) => i18n.t('findings.place', [title, String(line)]);
const more = (count: number) => i18n.t('findings.more', [String(count)]);

/** One finding: what it says, the lines that show it, what to do next, and the entry that explains it. */
function FindingItem({ finding, count, choose }: FindingGroup & Pick<Props, 'choose'>) {
  const { verdict, says, why, next, codes, evidence, record, sources } = finding;
  return (
    <li data-finding={verdict} data-code={codes[0]}>
      <p class="says">{says}</p>
      {evidence.map(({ label, printed, source }) => (
        <p class="shown" key={`${label}${source.line}`}>
          <code>
            {label}: {printed || '–'}
          </code>{' '}
          {place(record.title, source.line)}
        </p>
      ))}
      {count > 1 && <p class="shown">{more(count - 1)}</p>}
      {why && <p>{why}</p>}
      {next && <p>{i18n.t('findings.next', [next])}</p>}
      <p class="facts">
        {codes.map((code) => (
          <button type="button" class="link" key={code} onClick={() => choose(code)}>
            {code}
          </button>
        ))}
        {sources.map(({ url, at, dated, says: carried }) => (
          <a key={`${url}${at}`} href={url} target="_blank" rel="noreferrer" title={carried}>
            {[at ?? i18n.t('findings.source'), dated].filter(Boolean).join(', ')}
          </a>
        ))}
        {!sources.length && <span class="ours">{i18n.t('card.ours')}</span>}
      </p>
    </li>
  );
}

function FindingList({ groups, choose }: { groups: FindingGroup[] } & Pick<Props, 'choose'>) {
  return (
    <ul>
      {groups.map((group) => (
        <FindingItem
          key={`${group.finding.rule}${group.finding.says}`}
          {...group}
          choose={choose}
        />
      ))}
    </ul>
  );
}

/** What was read, where no rule speaks about it; nothing where no record was read. */
function readTitles({ records }: PasteReading): string {
  return [...new Set(records.map(({ record }) => record.title))].join(', ');
}

/** Whether there is anything to show of a text. */
export function hasContent({ records, secrets }: PasteReading): boolean {
  return records.length > 0 || secrets.length > 0;
}

const recordsOf = ({ records }: PasteReading) => listedRecords(records.map(({ record }) => record));

/**
 * Whether there is anything to say about a text. That no rule speaks about a record is worth saying only where no code in
 * it is explained: beside an explanation it would read as if there were none.
 */
export function saysSomething(reading: PasteReading, hasCodes: boolean): boolean {
  const { records, secrets, isCut } = reading;
  if (secrets.length || records.some(({ findings }) => findings.length)) return true;
  return records.length > 0 && (isCut || !hasCodes || recordsOf(reading).length > 0);
}

/**
 * What a pasted text shows: what needs a look, then what cannot be told, then what is fine, folded, then what was read.
 * Stays away from texts about which there is nothing to say.
 */
export function PasteFindings({ paste, answer, copy, isPage, choose }: Props) {
  const hasCodes = explainsCodes(answer);
  const [isPersonalKept, keepPersonal] = useState(false);
  const reading = paste.state === 'read' ? paste.reading : undefined;
  const groups = useMemo(() => reading && groupFindings(reading), [reading]);
  const listed = useMemo(() => (reading ? recordsOf(reading) : []), [reading]);
  const text = useMemo(
    () =>
      reading &&
      findingsText(
        reading,
        hasCodes ? answer!.rows.map(({ code, line }) => ({ code, title: line?.title })) : [],
        { heading, place, more, next: (step) => i18n.t('findings.next', [step]) },
        isPersonalKept,
      ),
    [reading, answer, isPersonalKept],
  );
  if (paste.state === 'failed')
    return (
      <p class="message" role="alert">
        {i18n.t('findings.failed')}
      </p>
    );
  if (paste.state === 'reading' && paste.isLong)
    return (
      <p class="message" role="status">
        {i18n.t('findings.reading')}
      </p>
    );
  if (!reading || !groups || !saysSomething(reading, hasCodes)) return null;
  const secrets = [...new Set(reading.secrets.map(({ kind }) => kind))].join(', ');
  const hasFindings = Object.values(groups).some((list) => list.length);
  return (
    <section class="paste-findings" aria-label={i18n.t('findings.title')}>
      {isPage && <h1>{i18n.t('findings.title')}</h1>}
      {secrets && (
        <p class="warn" role="status">
          {i18n.t('findings.secrets', [secrets])}
        </p>
      )}
      {reading.isCut && (
        <p class="soft">{i18n.t('popup.tooLong', [String(LONGEST_PASTE / 1e6)])}</p>
      )}
      {!hasFindings && reading.records.length > 0 && !hasCodes && (
        <p class="soft">{i18n.t('findings.nothing', [readTitles(reading)])}</p>
      )}
      {groups.fails.length > 0 && (
        <>
          <h2>{heading('fails')}</h2>
          <FindingList groups={groups.fails} choose={choose} />
        </>
      )}
      {groups.unknown.length > 0 && (
        <>
          <h2>{heading('unknown')}</h2>
          <FindingList groups={groups.unknown} choose={choose} />
        </>
      )}
      {groups.fine.length > 0 && (
        <details>
          <summary>
            {heading('fine')} ({groups.fine.length})
          </summary>
          <FindingList groups={groups.fine} choose={choose} />
        </details>
      )}
      <ReadValues records={listed} />
      {(hasFindings || (listed.length > 0 && text)) && (
        <div class="actions">
          <CopyButton
            label={i18n.t(hasFindings ? 'findings.copy' : 'findings.copyRead')}
            of={text ?? ''}
            text={() => text ?? ''}
            copy={copy}
          />
          <KeepPersonal isKept={isPersonalKept} keep={keepPersonal} />
        </div>
      )}
    </section>
  );
}
