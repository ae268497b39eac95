import { useEffect } from 'preact/hooks';
import { entryAddress } from '../lookup/address';
import type { Guide } from '../lookup/guide';
import type { Search } from '../lookup/search';
import { GuideList } from './catalog';
import { FullGuide } from './full-guide';
import { i18n } from './i18n';
import { LoadFailed } from './load-failed';
import type { LookupProps } from './lookup-page';
import { useLoaded } from './use-entry';
import { useSection } from './use-section';

/** A guide by its name; undefined where there is none of that name. */
export type LoadGuide = (name: string) => Promise<Guide | undefined>;

type Props = Pick<
  LookupProps,
  'loadGuide' | 'guides' | 'places' | 'copy' | 'readPaste' | 'ticks' | 'go'
> & {
  name: string;
  /** Id of the section that the address names; empty for the beginning. */
  section: string;
  search: Search | undefined;
  /** What was pasted into the guide. */
  text: string;
  onText: (text: string) => void;
};

/** The page of one guide, or what is to be said where there is none of that name. */
export function OneGuide({ name, guides, go, ...props }: Props) {
  const loading = useLoaded(() => props.loadGuide(name), name);
  const guide = loading.state === 'loaded' ? loading.content : undefined;
  useEffect(() => {
    document.title = `${guide?.title ?? name} · Signpost`;
  }, [guide]);
  useSection(loading.state === 'loaded', props.section);

  if (loading.state === 'loading')
    return (
      <p class="message" role="status">
        {i18n.t('card.loading')}
      </p>
    );
  if (loading.state === 'failed')
    return (
      <>
        <h1>{name}</h1>
        <LoadFailed text={i18n.t('guide.failed', [name])} retry={loading.retry} />
      </>
    );
  if (guide)
    return <FullGuide {...props} guide={guide} choose={(code) => go(entryAddress(code))} />;
  return (
    <>
      <h1 tabIndex={-1}>{i18n.t('guide.notFound', [name])}</h1>
      <GuideList guides={guides} />
    </>
  );
}
