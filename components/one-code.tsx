import { useEffect } from 'preact/hooks';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import type { Catalog } from '../lookup/catalog';
import type { CatalogList } from '../lookup/catalog-list';
import { FullEntry } from './full-entry';
import { LoadFailed } from './load-failed';
import type { PasteReading } from '../diagnosis/read-paste';
import type { LookupProps } from './lookup-page';
import { OwnNote } from './own-note';
import { UnknownView } from './unknown-view';
import { useLoaded } from './use-entry';
import { useJudged } from './use-judged';
import { useSection } from './use-section';

type Props = Pick<
  LookupProps,
  'loadEntry' | 'loadChart' | 'loadRules' | 'places' | 'copy' | 'go' | 'notes'
> & {
  code: Code;
  /** Id of the section that the address names; empty for the beginning. */
  section: string;
  /** Absent until it is there and where it is missing: the entry stands without it. */
  catalog: Catalog | undefined;
  /** The list that led to the code. */
  list: CatalogList;
  /** What was read of a pasted text that led here. */
  reading: PasteReading | undefined;
};

/** The page of one code: its entry, or what is to be said where there is none. */
export function OneCode({ code, section, notes, ...props }: Props) {
  const loading = useLoaded(() => props.loadEntry(code), code);
  const entry = loading.state === 'loaded' ? loading.content : undefined;
  // Without its drawing the diagnosis still asks its questions.
  const drawing = useLoaded(() => props.loadChart(code), code);
  const chart = drawing.state === 'loaded' ? drawing.content : undefined;
  const judged = useJudged(props.reading, code, props.loadRules);
  useEffect(() => {
    document.title = entry ? `${code} · ${entry.title}` : `${code} · Signpost`;
  }, [entry]);
  useSection(loading.state === 'loaded', section);

  if (loading.state === 'loading')
    return (
      <p class="message" role="status">
        {i18n.t('card.loading')}
      </p>
    );
  if (loading.state === 'failed')
    return (
      <>
        <h1>{code}</h1>
        <LoadFailed text={i18n.t('lookup.entryFailed', [code])} retry={loading.retry} />
      </>
    );
  const note = notes && <OwnNote code={code} notes={notes} />;
  if (entry) return <FullEntry {...props} {...{ entry, chart, section, note, judged }} />;
  return (
    <article data-code={code}>
      <p class="code">{code}</p>
      <h1 tabIndex={-1}>{i18n.t('unknown.title')}</h1>
      <UnknownView code={code} />
      {note}
    </article>
  );
}
