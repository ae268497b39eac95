import { canonicalCode, type Code } from '../detection/code';

/** Longest part of a bad address that is shown again, in UTF-16 units. */
const LONGEST_SHOWN = 60;

/** What the lookup page is asked for by its address. */
export type Address =
  | { view: 'catalog'; query: string }
  /** `section` is the id of a heading, empty for the beginning. */
  | { view: 'entry'; code: Code; section: string }
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

/**
 * Reads the part of an address after `#`.
 * @param hash `#/AADSTS50126`, `#/50126/fix`, `#/guide/windows-hello/checklist`, `#?q=words`, or empty; anything else is a bad address, and never throws.
 */
export function readAddress(hash: string): Address {
  const path = hash.replace(/^#/, '');
  if (path.startsWith('?'))
    return { view: 'catalog', query: new URLSearchParams(path).get('q') ?? '' };
  const [first = '', section = '', ...more] = path.replace(/^\//, '').split('/').map(decoded);
  if (!first && !section) return { view: 'catalog', query: '' };
  if (path === LOG_ADDRESS.slice(1)) return { view: 'log' };
  const code = path.startsWith('/')
    ? (canonicalCode(first) ?? canonicalCode(`AADSTS${first}`))
    : undefined;
  if (code && !more.length) return { view: 'entry', code, section };
  if (path.startsWith('/guide/') && GUIDE_NAME.test(section) && more.length < 2)
    return { view: 'guide', name: section, section: more[0] ?? '' };
  return { view: 'bad', asked: decoded(path.replace(/^\//, '')).slice(0, LONGEST_SHOWN) };
}

/** The address of an entry, or of one of its sections. */
export function entryAddress(code: Code, section = ''): string {
  return section ? `#/${code}/${section}` : `#/${code}`;
}

/** The address of a guide, or of one of its sections. */
export function guideAddress(name: string, section = ''): string {
  return section ? `#/guide/${name}/${section}` : `#/guide/${name}`;
}
