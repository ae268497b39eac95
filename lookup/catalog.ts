import type { Code } from '../detection/code';
import { answerText, type Answer } from './answer';
import type { CatalogList } from './catalog-list';
import { AREAS } from './entry-values';
import type { Area } from './entry';
import { countFacets, fits, narrow, type Chosen, type FacetCounts } from './facets';
import type { IndexLine } from './index-line';
import { MOST_RESULTS, type Search } from './search';

/** Every code, to be narrowed and searched. */
export interface Catalog {
  /** Every code, in the order of the codes. */
  lines: readonly IndexLine[];
  /** The line of a code, if the catalog has one. */
  get(code: Code): IndexLine | undefined;
  /** What a text is answered with: words are looked up among the chosen codes. */
  answer(text: string, chosen: Chosen): Answer;
  /**
   * How many codes each choice would list; absent where what is typed is answered whatever is chosen, and until the words
   * of the catalog are there.
   */
  countsOf(list: CatalogList): FacetCounts | undefined;
  /** The codes of a list in the order in which it shows them. */
  codesOf(list: CatalogList): Code[];
}

/** A part of a list under its heading. */
export interface AreaGroup {
  area: Area;
  lines: IndexLine[];
}

/** Lines under their areas, in the order of the areas; areas without a line are left out. */
export function byArea(lines: readonly IndexLine[]): AreaGroup[] {
  return AREAS.map((area) => ({ area, lines: lines.filter((line) => line.area === area) })).filter(
    (group) => group.lines.length > 0,
  );
}

/**
 * @param lines Every code, in the order of the codes.
 * @param search Absent until the words of the catalog are there; codes are still recognized then.
 */
export function createCatalog(lines: readonly IndexLine[], search: Search | undefined): Catalog {
  const byCode = new Map(lines.map((line) => [line.code, line]));
  const hasChoice = (chosen: Chosen) => Object.keys(chosen).length > 0;
  const catalog: Catalog = {
    lines,
    get: (code) => byCode.get(code),
    answer: (text, chosen) =>
      answerText(text, search, hasChoice(chosen) ? (line) => fits(line, chosen) : undefined),
    countsOf({ query, chosen }) {
      const { kind, rows } = answerText(query, search, undefined, Infinity);
      if (kind === 'empty') return countFacets(lines, chosen);
      if (kind !== 'words' || !search) return undefined;
      const found = rows.flatMap(({ line }) => line ?? []);
      return countFacets(found, chosen, MOST_RESULTS);
    },
    codesOf({ query, chosen, isByArea }) {
      const answer = catalog.answer(query, chosen);
      if (answer.kind !== 'empty') return answer.rows.map(({ code }) => code);
      const listed = narrow(lines, chosen);
      const ordered = isByArea ? byArea(listed).flatMap((group) => group.lines) : listed;
      return ordered.map(({ code }) => code);
    },
  };
  return catalog;
}
