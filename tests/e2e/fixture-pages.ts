import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');
const FOLDERS = ['pages', 'surfaces'].map((name) => join(FIXTURES, name));
const MODULES = join(import.meta.dirname, '..', '..', 'node_modules');

/** Libraries that fixture pages load, by the path under which they ask for them. */
const LIBRARIES: Record<string, string> = {
  '/lib/react.js': 'react/umd/react.production.min.js',
  '/lib/react-dom.js': 'react-dom/umd/react-dom.production.min.js',
  '/lib/ag-grid.js': 'ag-grid-community/dist/ag-grid-community.min.js',
};

/** The strictest policy that a sign-in page may come to have: no inline code, no foreign styles, Trusted Types. */
const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

export interface FixtureResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The file of a fixture, in the first folder that holds it. */
function fixtureFile(name: string): string | undefined {
  return FOLDERS.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/**
 * Answers a request for any host from the folders of fixture pages, so that real host names work without a network.
 * The file is the last part of the path; `?csp=strict` adds the strictest policy.
 */
export function respond(address: string): FixtureResponse {
  const { pathname, searchParams } = new URL(address);
  const library = LIBRARIES[pathname];
  const file = library ? join(MODULES, library) : fixtureFile(pathname.split('/').at(-1) || 'none');
  if (!file)
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'no such fixture' };
  return {
    status: 200,
    headers: {
      'content-type': `${TYPES[file.split('.').at(-1)!] ?? 'text/html'}; charset=utf-8`,
      ...(searchParams.get('csp') === 'strict' && { 'content-security-policy': STRICT_CSP }),
    },
    body: readFileSync(file, 'utf8'),
  };
}

/** A page for the gallery and the tests. */
export interface Surface {
  name: string;
  url: string;
  /** What a person does before the code shows, as a selector to click. */
  click?: string;
  /** Codes that must be noted or marked there, in any frame. */
  codes: string[];
}

/** Optional sites among the surfaces, as if the user had turned them on. */
export const TURNED_ON = [
  'https://security.microsoft.com/*',
  'https://developer.microsoft.com/*',
  'https://*.ciamlogin.com/*',
];

const FRAMES = 'https://sandbox-1.reactblade.portal.azure.net/';

/** Every kind of page on which Signpost explains codes. */
export const SURFACES: Surface[] = [
  {
    name: 'sign-in error',
    url: 'https://login.microsoftonline.com/common/signin-error.html',
    codes: ['AADSTS50011'],
  },
  {
    name: 'Conditional Access block, before its details',
    url: 'https://login.microsoftonline.com/common/conditional-access-block.html',
    codes: [],
  },
  {
    name: 'Conditional Access block',
    url: 'https://login.microsoftonline.com/common/conditional-access-block.html',
    click: '#moreDetails',
    codes: ['AADSTS53003'],
  },
  {
    name: 'External ID sign-in error',
    url: 'https://contoso.ciamlogin.com/signin-error.html',
    codes: ['AADSTS50011'],
  },
  {
    name: 'sign-in details',
    url: `https://sandbox-2.reactblade.portal.azure.net/signin-details-blade.html?code=53003`,
    codes: ['AADSTS53003'],
  },
  {
    name: 'sign-in details in tabs',
    url: 'https://sandbox-2.reactblade.portal.azure.net/signin-details-tabs.html',
    codes: ['AADSTS53003'],
  },
  {
    name: 'sign-in logs',
    url: `https://entra.microsoft.com/admin-center.html?frames=${encodeURIComponent(FRAMES)}`,
    codes: ['AADSTS50126', 'AADSTS53003'],
  },
  {
    name: 'enrollment failures',
    url: 'https://intune.microsoft.com/enrollment-failures.html',
    codes: ['0x801C03ED', '0x801C03F2', '0x801C001D'],
  },
  {
    name: 'Microsoft lookup page',
    url: 'https://login.microsoftonline.com/error-lookup-page.html',
    codes: ['AADSTS50058'],
  },
  {
    name: 'query results in Log Analytics',
    url: `${FRAMES}log-analytics.html`,
    codes: ['AADSTS50126', 'AADSTS53003'],
  },
  {
    name: 'advanced hunting in Defender',
    url: 'https://security.microsoft.com/v2/defender-hunting.html',
    click: '[data-item-index="7"]',
    codes: ['AADSTS50126', 'AADSTS53003'],
  },
  {
    name: 'workbook',
    url: `${FRAMES}workbook.html`,
    click: '[data-item-index="7"]',
    codes: ['AADSTS50126', 'AADSTS53003'],
  },
  {
    name: 'Graph Explorer',
    url: 'https://developer.microsoft.com/graph/graph-explorer.html',
    codes: ['AADSTS50076'],
  },
  {
    name: 'Sign-in diagnostic',
    url: `${FRAMES}sign-in-diagnostic.html`,
    codes: ['AADSTS50126'],
  },
  {
    name: 'risky sign-ins',
    url: `${FRAMES}risky-sign-ins.html`,
    click: '[data-item-index="0"]',
    codes: ['AADSTS50053'],
  },
];
