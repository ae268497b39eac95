import type { Chosen, Facet } from './facets';
import { FACET_NAMES, FACETS } from './facets';

/** Which codes of the catalog are listed, and how. It stands in the address of the catalog and of the entries that it leads to. */
export interface CatalogList {
  /** Words to search for among the chosen codes; empty for all of them. */
  query: string;
  chosen: Chosen;
  /** Listed under a heading for each area, where nothing is searched for. */
  isByArea: boolean;
}

/** Every code, in the order of the codes. */
export const WHOLE_CATALOG: CatalogList = { query: '', chosen: {}, isByArea: false };

/**
 * Reads a list from the part of an address after `?`. What is no facet or no value of it is left out.
 * @param text `q=words&area=mfa&area=token&by=area`
 */
export function readList(text: string): CatalogList {
  const given = new URLSearchParams(text);
  const chosen: Chosen = {};
  for (const facet of FACET_NAMES) {
    const wanted = given.getAll(facet);
    const values = FACETS[facet].filter((value) => wanted.includes(value));
    if (values.length) chosen[facet as Facet] = values;
  }
  return { query: given.get('q') ?? '', chosen, isByArea: given.get('by') === 'area' };
}

/**
 * Writes a list as `readList` reads it.
 * @returns `?q=…`; nothing for the whole catalog.
 */
export function listSuffix({ query, chosen, isByArea }: CatalogList): string {
  const parts = new URLSearchParams();
  if (query) parts.set('q', query);
  for (const facet of FACET_NAMES)
    for (const value of chosen[facet] ?? []) parts.append(facet, value);
  if (isByArea) parts.set('by', 'area');
  const text = parts.toString();
  return text && `?${text}`;
}

/** Longest query that is put into an address, in UTF-16 units. */
const LONGEST_QUERY = 100;

/** An address of mail, a line of several, or a value beside its label: `client_secret=…`, `Password: …`. */
const NAMES_OR_VALUES = /[@\n=]|\w"?\s*:\s*\S/;

/** A word as long as a secret or an id, with digits in it; symbolic names have none. */
const SECRET_OR_ID = /(?=\S*\d)\S{20}/;

/** @returns The text without its words that hold an address of mail, a value or what is as long as a secret or an id. */
export function plainWords(text: string): string {
  const isPlain = (word: string) => !/[@=]/.test(word) && !SECRET_OR_ID.test(word);
  return text.split(/\s+/).filter(isPlain).join(' ');
}

/**
 * Whether a query may stand in the address of the page, which the browser keeps in its history: a few words, and nothing
 * that looks like a pasted error, a record, a secret or a person's name.
 */
export function mayStandInAddress(query: string): boolean {
  return query.length <= LONGEST_QUERY && !NAMES_OR_VALUES.test(query) && !SECRET_OR_ID.test(query);
}
