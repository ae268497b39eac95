import type { Code } from '../detection/code';
import { answerText, type Answer } from './answer';
import { listSuffix, WHOLE_CATALOG, type CatalogList } from './catalog-list';
import { AREAS } from './entry-values';
import type { Area } from './entry';
import { narrow, type Chosen } from './facets';
import type { GuideLine } from './guide';
import type { IndexLine } from './index-line';
import { createSearch, type Search } from './search';

/** Every code and guide, to be narrowed and searched. */
export interface Catalog {
  /** Every code, in the order of the codes. */
  lines: readonly IndexLine[];
  search: Search;
  /** The lines that fit what is chosen, in the order of the codes. */
  narrowed(chosen: Chosen): readonly IndexLine[];
  /**
   * What a text is answered with. Words are looked up among the chosen codes; a code or a pasted text is answered
   * whatever is chosen, since a code that is left out is not an unknown one.
   */
  answer(text: string, chosen: Chosen): Answer;
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
 * @param guides The guides beside them; they are found as long as nothing is chosen, since they have no facets.
 */
export function createCatalog(lines: readonly IndexLine[], guides: GuideLine[]): Catalog {
  const search = createSearch([...lines], guides);
  // The last choice is kept: somebody types many letters for one choice.
  let last = { key: '', lines, search: search as Search | undefined };

  const part = (chosen: Chosen) => {
    const key = listSuffix({ ...WHOLE_CATALOG, chosen });
    if (!key) return { key, lines, search };
    if (key !== last.key) last = { key, lines: narrow(lines, chosen), search: undefined };
    return last;
  };
  const searchIn = (chosen: Chosen) => {
    const chosenPart = part(chosen);
    return (chosenPart.search ??= createSearch([...chosenPart.lines]));
  };
  const catalog: Catalog = {
    lines,
    search,
    narrowed: (chosen) => part(chosen).lines,
    answer(text, chosen) {
      const whole = answerText(text, search);
      return whole.kind === 'words' ? answerText(text, searchIn(chosen)) : whole;
    },
    codesOf({ query, chosen, isByArea }) {
      const answer = catalog.answer(query, chosen);
      if (answer.kind !== 'empty') return answer.rows.map(({ code }) => code);
      const listed = part(chosen).lines;
      const ordered = isByArea ? byArea(listed).flatMap((group) => group.lines) : listed;
      return ordered.map(({ code }) => code);
    },
  };
  return catalog;
}
