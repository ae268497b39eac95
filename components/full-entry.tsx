import { useMemo } from 'preact/hooks';
import { i18n } from './i18n';
import { entryAddress, guideAddress } from '../lookup/address';
import type { Chart } from '../lookup/chart';
import type { Entry } from '../lookup/entry';
import type { IndexLine } from '../lookup/index-line';
import type { Search } from '../lookup/search';
import { Article } from './article';
import type { Copy } from './copy-button';
import { sectionsOf } from './entry-sections';
import type { SignInRecord } from './explained';
import { SeverityPill } from './pills';
import { Evidence, numbered } from './evidence';
import { Places, Words } from './words';

interface Props {
  entry: Entry;
  /** The drawing of its diagnosis. */
  chart: Chart | undefined;
  /** Id of the section that the address names; empty for the beginning. */
  section: string;
  /** The catalog in its order, for the codes before and after this one. Absent where it is missing. */
  lines: IndexLine[] | undefined;
  search: Search | undefined;
  places: Record<string, string>;
  copy: Copy;
  /** What a pasted record shows of it. */
  judged: Pick<SignInRecord, 'causes' | 'answers'>;
}

function Facts({ entry }: { entry: Entry }) {
  const { severity } = entry;
  const fixedBy = severity === 'expected' ? undefined : entry.fixedBy;
  return (
    <div class="facts">
      {severity && <SeverityPill severity={severity} />}
      {severity && <span>{i18n.t(`severityHint.${severity}`)}</span>}
      {fixedBy && <span class="soft">{i18n.t(`who.${fixedBy}`)}</span>}
      <button type="button" class="link screen-only" onClick={() => print()}>
        {i18n.t('lookup.print')}
      </button>
    </div>
  );
}

/** The codes before and after one in the catalog. */
function Neighbors({ code, lines }: { code: string; lines: IndexLine[] }) {
  const at = lines.findIndex((line) => line.code === code);
  const [previous, next] = at < 0 ? [] : [lines[at - 1], lines[at + 1]];
  return (
    <nav class="neighbors screen-only" aria-label={i18n.t('lookup.neighbors')}>
      {previous && (
        <a rel="prev" href={entryAddress(previous.code)}>
          <span class="soft">← {i18n.t('lookup.previous')}</span>
          <span class="code">{previous.code}</span> {previous.title}
        </a>
      )}
      {next && (
        <a rel="next" href={entryAddress(next.code)}>
          <span class="soft">{i18n.t('lookup.next')} →</span>
          <span class="code">{next.code}</span> {next.title}
        </a>
      )}
    </nav>
  );
}

/** The whole entry on a page of its own: everything the card holds, and example, questions, related codes, sources. */
export function FullEntry({ entry, chart, section, lines, search, places, copy, judged }: Props) {
  const { code, name, title, event, summarySources } = entry;
  const showEvidence = useMemo(() => numbered((id) => entryAddress(code, id)), [code]);
  const sections = useMemo(
    () => sectionsOf(entry, search, copy, chart, judged),
    [entry, search, copy, chart, judged],
  );
  return (
    <Places.Provider value={places}>
      <Evidence.Provider value={showEvidence}>
        <Article
          name={{ 'data-code': code }}
          running={
            <>
              <span class="code">{code}</span> {title}
            </>
          }
          {...{ sections, section }}
          addressOf={(id) => entryAddress(code, id)}
          head={
            <>
              <p class="code">
                {code}
                {name ? ` · ${name}` : ''}
              </p>
              <h1 tabIndex={-1}>{title}</h1>
              <p class="lead">
                <Words of={[entry.summary, ...(summarySources ? [{ e: summarySources }] : [])]} />
              </p>
              <Facts entry={entry} />
              {event && <p class="soft">{i18n.t('lookup.event', [event.log, event.level])}</p>}
              {entry.status === 'retired' && <p class="warn">{i18n.t('card.retired')}</p>}
              {entry.depth === 'listed' && <p class="soft">{i18n.t('card.listed')}</p>}
              {entry.guides?.map((guide) => (
                <p key={guide.name}>
                  <a href={guideAddress(guide.name)}>{i18n.t('card.guide', [guide.title])}</a>
                </p>
              ))}
            </>
          }
          foot={lines && <Neighbors code={code} lines={lines} />}
        />
      </Evidence.Provider>
    </Places.Provider>
  );
}
