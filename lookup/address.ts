import { canonicalCode, type Code } from '../detection/code';
import { listSuffix, readList, WHOLE_CATALOG, type CatalogList } from './catalog-list';

/** Longest part of a bad address that is shown again, in UTF-16 units. */
const LONGEST_SHOWN = 60;

/** What the lookup page is asked for by its address. */
export type Address =
  | { view: 'catalog'; list: CatalogList }
  /** `section` is the id of a heading, empty for the beginning; `list` is the list that led to it. */
  | { view: 'entry'; code: Code; section: string; list: CatalogList }
  /** Two codes side by side; a code is absent where the address names none. */
  | { view: 'compare'; codes: [Code | undefined, Code | undefined] }
  /** `section` as above. Whether there is a guide of that name is not known yet. */
  | { view: 'guide'; name: string; section: string }
  /** The log that this page was given, and where to give it one. */
  | { view: 'log' }
  /** Neither a code nor a guide nor a query; `asked` is what stood there. */
  | { view: 'bad'; asked: string };

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where a log is explained. */
export const LOG_ADDRESS = '#/log';

/** The name of a guide, which is the name of its file. */
const GUIDE_NAME = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/** A code in any spelling, or the bare digits of a sign-in code. */
export function codeIn(text: string): Code | undefined {
  return canonicalCode(text) ?? canonicalCode(`AADSTS${text.trim()}`);
}

/**
 * Reads the part of an address after `#`.
 * @param hash `#/AADSTS50126`, `#/50126/fix`, `#/AADSTS50126?area=mfa`, `#/compare/AADSTS50126/AADSTS50053`,
 *   `#/guide/windows-hello/checklist`, `#?q=words&area=mfa`, or empty; anything else is a bad address, and never throws.
 */
export function readAddress(hash: string): Address {
  const whole = hash.replace(/^#/, '');
  const [path = '', ...rest] = whole.split('?');
  const list = rest.length ? readList(rest.join('?')) : WHOLE_CATALOG;
  const [first = '', section = '', ...more] = path.replace(/^\//, '').split('/').map(decoded);
  if (!first && !section) return { view: 'catalog', list };
  const code = path.startsWith('/') ? codeIn(first) : undefined;
  if (code && !more.length) return { view: 'entry', code, section, list };
  if (path === LOG_ADDRESS.slice(1)) return { view: 'log' };
  if (path.startsWith('/compare') && first === 'compare' && more.length < 2)
    return { view: 'compare', codes: [codeIn(section), codeIn(more[0] ?? '')] };
  if (path.startsWith('/guide/') && GUIDE_NAME.test(section) && more.length < 2)
    return { view: 'guide', name: section, section: more[0] ?? '' };
  return { view: 'bad', asked: decoded(whole.replace(/^\//, '')).slice(0, LONGEST_SHOWN) };
}

/** The address of the catalog, or of a part of it. */
export function catalogAddress(list: CatalogList): string {
  return `#${listSuffix(list)}`;
}

/**
 * The address of an entry, or of one of its sections.
 * @param list The list that leads to it, in which it has a code before and after it.
 */
export function entryAddress(code: Code, section = '', list = WHOLE_CATALOG): string {
  return `#/${code}${section && `/${section}`}${listSuffix(list)}`;
}

/** The address of two codes side by side; that of the page where they are chosen, without one. */
export function compareAddress(...codes: Code[]): string {
  return ['#', 'compare', ...codes].join('/');
}

/** The address of a guide, or of one of its sections. */
export function guideAddress(name: string, section = ''): string {
  return section ? `#/guide/${name}/${section}` : `#/guide/${name}`;
}
