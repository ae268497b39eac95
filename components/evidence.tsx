import { createContext, type ComponentChildren } from 'preact';
import { i18n } from './i18n';

/**
 * Shows what a statement rests on.
 * @param sources Indexes into the sources of the entry; none for our own reasoning.
 */
export type ShowEvidence = (sources: number[]) => ComponentChildren;

/** How statements show what they rest on. Where nothing is set, as in the note of a sign-in page, they do not. */
export const Evidence = createContext<ShowEvidence>(() => null);

/** In a card: our reasoning is named, quietly; sources stand in the full entry. */
export const onlyReasoning: ShowEvidence = (sources) =>
  !sources.length && <small class="ours"> {i18n.t('card.ours')}</small>;

/**
 * In the full entry and in guides: the numbers of the sources, each of which leads to its source.
 * @param addressOf The address of a section of that page.
 */
export function numbered(addressOf: (section: string) => string): ShowEvidence {
  return (sources) =>
    sources.length ? (
      <sup class="refs">
        {sources.map((at) => (
          <a
            href={addressOf(`source-${at + 1}`)}
            aria-label={i18n.t('lookup.source', [String(at + 1)])}
          >
            {at + 1}
          </a>
        ))}
      </sup>
    ) : (
      onlyReasoning(sources)
    );
}
