import { familyOf } from '../detection/code';
import { AREAS, DEPTHS, FIXED_BY, SEVERITIES } from './entry-values';
import type { IndexLine } from './index-line';

/** What a code has where no source speaks of its severity, or of who acts. */
export const UNKNOWN = 'unknown';

/** What the catalog can be narrowed by, and the values of each, in the order in which they are listed. */
export const FACETS = {
  family: ['aadsts', 'hresult', 'event'],
  area: AREAS,
  severity: [...SEVERITIES, UNKNOWN],
  who: [...FIXED_BY, UNKNOWN],
  depth: DEPTHS,
} as const;

export type Facet = keyof typeof FACETS;

/** Names of the facets, in the order in which they are listed. */
export const FACET_NAMES = Object.keys(FACETS) as Facet[];

/** What was chosen: of each facet one value or several; a facet without a choice is absent. */
export type Chosen = Partial<Record<Facet, readonly string[]>>;

/** The value that a line has in a facet. */
function facetOf(line: IndexLine, facet: Facet): string {
  switch (facet) {
    case 'family':
      return familyOf(line.code);
    case 'area':
      return line.area;
    case 'severity':
      return line.severity ?? UNKNOWN;
    case 'who':
      return line.fixedBy ?? UNKNOWN;
    case 'depth':
      return line.depth;
  }
}

/**
 * Whether a line has one of the chosen values in each facet.
 * @param except A facet that is left out of account.
 */
export function fits(line: IndexLine, chosen: Chosen, except?: Facet): boolean {
  return FACET_NAMES.every((facet) => {
    const values = facet === except ? undefined : chosen[facet];
    return !values?.length || values.includes(facetOf(line, facet));
  });
}

/** The lines that have one of the chosen values in each facet, in their order. */
export function narrow(lines: readonly IndexLine[], chosen: Chosen): IndexLine[] {
  return lines.filter((line) => fits(line, chosen));
}

/** How many lines each value of a facet would list. */
export type FacetCounts = Record<Facet, ReadonlyMap<string, number>>;

/**
 * Counts the lines of each value of each facet, among those that fit what is chosen in the other facets: the number of
 * lines that choosing the value would list.
 * @param most Lines that a list has at most.
 */
export function countFacets(
  lines: readonly IndexLine[],
  chosen: Chosen,
  most = Infinity,
): FacetCounts {
  return Object.fromEntries(
    FACET_NAMES.map((facet) => {
      const byValue = new Map<string, number>();
      for (const line of lines) {
        if (!fits(line, chosen, facet)) continue;
        const value = facetOf(line, facet);
        byValue.set(value, Math.min((byValue.get(value) ?? 0) + 1, most));
      }
      return [facet, byValue];
    }),
  ) as unknown as FacetCounts;
}

/** A choice with one value added, or taken out where it was chosen. Values stand in the order of the facet. */
export function toggled(chosen: Chosen, facet: Facet, value: string): Chosen {
  const { [facet]: before = [], ...others } = chosen;
  const values = (FACETS[facet] as readonly string[]).filter(
    (one) => before.includes(one) !== (one === value),
  );
  return values.length ? { ...others, [facet]: values } : others;
}
