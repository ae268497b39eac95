import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { i18n } from './i18n';
import { entryAddress, guideAddress } from '../lookup/address';
import type { Chart } from '../lookup/chart';
import type { Entry } from '../lookup/entry';
import type { Catalog } from '../lookup/catalog';
import type { CatalogList } from '../lookup/catalog-list';
import { Article } from './article';
import type { Copy } from './copy-button';
import { sectionsOf } from './entry-sections';
import type { SignInRecord } from './explained';
import { SeverityPill } from './pills';
import { Evidence, numbered } from './evidence';
import { Neighbors } from './neighbors';
import { Places, Words } from './words';

interface Props {
  entry: Entry;
  /** The drawing of its diagnosis. */
  chart: Chart | undefined;
  /** Id of the section that the address names; empty for the beginning. */
  section: string;
  /** For the codes before and after this one, and the titles of related ones. Absent where it is missing. */
  catalog: Catalog | undefined;
  /** The list that led to the entry. */
  list: CatalogList;
  go: (address: string) => void;
  /** The user's own note. */
  note?: ComponentChildren;
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

/** The whole entry on a page of its own: everything the card holds, and example, questions, related codes, sources. */
export function FullEntry({ entry, chart, section, places, copy, judged, ...props }: Props) {
  const { catalog, list, go } = props;
  const { code, name, title, event, summarySources } = entry;
  const showEvidence = useMemo(() => numbered((id) => entryAddress(code, id, list)), [code, list]);
  const sections = useMemo(
    () => sectionsOf(entry, catalog, copy, chart, judged),
    [entry, catalog, copy, chart, judged],
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
          addressOf={(id) => entryAddress(code, id, list)}
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
              {props.note}
            </>
          }
          foot={catalog && <Neighbors {...{ code, catalog, list, go }} />}
        />
      </Evidence.Provider>
    </Places.Provider>
  );
}
