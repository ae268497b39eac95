import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Code } from '../detection/code';
import { entryAddress } from '../lookup/address';
import type { Entry } from '../lookup/entry';
import { UNKNOWN } from '../lookup/facets';
import { facetWord } from './catalog-facets';
import { CompareForm } from './compare-form';
import { Causes } from './causes';
import { i18n } from './i18n';
import { LoadFailed } from './load-failed';
import type { LookupProps } from './lookup-page';
import { useLoaded } from './use-entry';
import { Blocks, FixSteps, Places, Steps, Words } from './words';

type Pair<Value> = readonly [Value, Value];

/** One thing that is compared: what it is of each entry, to tell whether they differ, and how it is shown. */
interface Aspect {
  title: string;
  /** Absent where the entry says nothing of it. */
  of: (entry: Entry) => unknown;
  show: (entry: Entry) => ComponentChildren;
}

const fact = (title: string, word: (entry: Entry) => string): Aspect => ({
  title,
  of: word,
  show: word,
});

/** What is compared, in the order in which an administrator asks for it. */
function aspects(): Aspect[] {
  return [
    fact(i18n.t('compare.summary'), ({ summary }) => summary),
    fact(i18n.t('facets.severity'), ({ severity }) => facetWord('severity', severity ?? UNKNOWN)),
    fact(i18n.t('facets.who'), ({ fixedBy }) => facetWord('who', fixedBy ?? UNKNOWN)),
    {
      title: i18n.t('lookup.meaning'),
      of: ({ admin }) => admin,
      show: ({ admin }) => admin && <Blocks of={admin} />,
    },
    {
      title: i18n.t('card.causes'),
      of: ({ causes }) => causes,
      show: ({ causes }) => causes && <Causes of={causes} />,
    },
    {
      title: i18n.t('card.fix'),
      of: ({ fix }) => fix,
      show: ({ fix }) => fix && <FixSteps of={fix} />,
    },
    {
      title: i18n.t('card.user'),
      of: ({ user }) => user,
      show: ({ user }) =>
        user && (
          <>
            {user.text.map((sentence) => (
              <p>
                <Words of={sentence} />
              </p>
            ))}
            {user.steps.length > 0 && <Steps of={user.steps} />}
          </>
        ),
    },
    fact(i18n.t('facets.area'), ({ area }) => facetWord('area', area)),
    fact(i18n.t('facets.family'), ({ family }) => facetWord('family', family)),
    fact(i18n.t('facets.depth'), ({ depth }) => facetWord('depth', depth)),
  ];
}

const isSame = ({ of }: Aspect, [one, other]: Pair<Entry>) =>
  JSON.stringify(of(one)) === JSON.stringify(of(other));

/** What the entry of each code says of the other. */
function Differs({ entries: [one, other] }: { entries: Pair<Entry> }) {
  const said = [
    [one, other],
    [other, one],
  ].flatMap(([entry, about]) => {
    const differs = entry!.related.find(({ code }) => code === about!.code)?.differs;
    return differs ? [{ by: entry!.code, about: about!.code, differs }] : [];
  });
  if (!said.length) return <p class="soft">{i18n.t('compare.silent')}</p>;
  return (
    <ul>
      {said.map(({ by, about, differs }) => (
        <li key={by}>
          <span class="soft">{i18n.t('compare.says', [by, about])}</span> {differs}
        </li>
      ))}
    </ul>
  );
}

function Differing({ aspect, entries }: { aspect: Aspect; entries: Pair<Entry> }) {
  return (
    <section>
      <h3>{aspect.title}</h3>
      <div class="pair">
        {entries.map((entry) => (
          <div key={entry.code} data-of={entry.code}>
            <p class="code">{entry.code}</p>
            {aspect.show(entry) ?? <p class="soft">{i18n.t('compare.nothing')}</p>}
          </div>
        ))}
      </div>
    </section>
  );
}

function Compared({ entries }: { entries: Pair<Entry> }) {
  const all = aspects().filter(({ of }) => entries.some((entry) => of(entry) !== undefined));
  const same = all.filter((aspect) => isSame(aspect, entries));
  return (
    <>
      <div class="pair">
        {entries.map(({ code, name, title }) => (
          <div key={code} data-code={code}>
            <p class="code">
              <a href={entryAddress(code)}>{code}</a>
              {name ? ` · ${name}` : ''}
            </p>
            <p class="title">{title}</p>
          </div>
        ))}
      </div>
      <h2>{i18n.t('compare.differ')}</h2>
      <Differs entries={entries} />
      {all
        .filter((aspect) => !same.includes(aspect))
        .map((aspect) => (
          <Differing key={aspect.title} {...{ aspect, entries }} />
        ))}
      {same.length > 0 && <h2>{i18n.t('compare.same')}</h2>}
      {same.map((aspect) => (
        <section key={aspect.title}>
          <h3>{aspect.title}</h3>
          {aspect.show(entries[0])}
        </section>
      ))}
    </>
  );
}

type Props = Pick<LookupProps, 'loadEntry' | 'places' | 'go'> & {
  codes: Pair<Code | undefined>;
};

/** Two codes side by side: what tells them apart first, then what is the same. */
export function ComparePage({ codes, loadEntry, places, go }: Props) {
  const loading = useLoaded(
    () => Promise.all(codes.map(async (code) => code && loadEntry(code))),
    codes.join(' '),
  );
  const named = codes.filter((code) => code !== undefined);
  const title = named.length === 2 ? i18n.t('compare.heading', named) : i18n.t('compare.title');
  useEffect(() => {
    document.title = `${title} · Signpost`;
    scrollTo({ top: 0 });
    document.querySelector('h1')!.focus({ preventScroll: true });
  }, [title]);
  const [one, other] = loading.state === 'loaded' ? loading.content : [];
  const unknown = loading.state === 'loaded' ? named.filter((_, at) => !loading.content[at]) : [];
  return (
    <Places.Provider value={places}>
      <article class="compare">
        <h1 tabIndex={-1}>{title}</h1>
        <CompareForm {...{ codes, go }} />
        {loading.state === 'loading' && (
          <p class="message" role="status">
            {i18n.t('card.loading')}
          </p>
        )}
        {loading.state === 'failed' && (
          <LoadFailed text={i18n.t('compare.failed')} retry={loading.retry} />
        )}
        {named.length === 2 && unknown.length > 0 && (
          <p class="warn" role="alert">
            {i18n.t('compare.unknown', [unknown.join(', ')])}
          </p>
        )}
        {one && other && <Compared entries={[one, other]} />}
      </article>
    </Places.Provider>
  );
}
