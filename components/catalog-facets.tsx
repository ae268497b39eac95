import { useState } from 'preact/hooks';
import {
  FACET_NAMES,
  FACETS,
  toggled,
  UNKNOWN,
  type Chosen,
  type Facet,
  type FacetCounts,
} from '../lookup/facets';
import { i18n } from './i18n';

interface Props {
  chosen: Chosen;
  /** Absent where what is typed is answered whatever is chosen. */
  counts: FacetCounts | undefined;
  choose: (chosen: Chosen) => void;
}

type Key = Parameters<typeof i18n.t>[0];

/** The words for a value of a facet. */
export function facetWord(facet: Facet, value: string): string {
  if (value === UNKNOWN) return i18n.t('facets.unknown');
  // The browsers allow no hyphen in the key of a message.
  const key = value.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return i18n.t(`${facet}.${key}` as Key);
}

/** What is chosen, in words: `Area: Tokens, Network`. */
export function chosenInWords(chosen: Chosen): string {
  return FACET_NAMES.filter((facet) => chosen[facet])
    .map((facet) => {
      const words = chosen[facet]!.map((value) => facetWord(facet, value));
      return i18n.t('facets.chosen', [i18n.t(`facets.${facet}`), words.join(', ')]);
    })
    .join(' · ');
}

/** Where the window is wide, the choices stand beside the list; else they unfold above it. */
const isWide = () => matchMedia('(min-width: 861px)').matches;

/** The choices that narrow the catalog, each with the number of codes that it would list. */
export function CatalogFacets({ chosen, counts, choose }: Props) {
  const [isOpen, setOpen] = useState(isWide);
  const number = FACET_NAMES.reduce((total, facet) => total + (chosen[facet]?.length ?? 0), 0);
  return (
    <details
      class="facet-list screen-only"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {i18n.t('facets.title')}
        {number > 0 && <span class="soft"> {i18n.t('facets.number', [String(number)])}</span>}
      </summary>
      {FACET_NAMES.map((facet) => (
        <fieldset key={facet} data-facet={facet}>
          <legend>{i18n.t(`facets.${facet}`)}</legend>
          {FACETS[facet].map((value) => {
            const count = counts?.[facet].get(value) ?? 0;
            return (
              <label key={value} class={counts && !count ? 'soft' : ''}>
                <input
                  type="checkbox"
                  value={value}
                  checked={chosen[facet]?.includes(value) ?? false}
                  onChange={() => choose(toggled(chosen, facet, value))}
                />
                <span>{facetWord(facet, value)}</span>
                {counts && <span class="number">{count}</span>}
              </label>
            );
          })}
        </fieldset>
      ))}
    </details>
  );
}
