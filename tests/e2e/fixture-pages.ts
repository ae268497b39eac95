import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'pages');
const MODULES = join(import.meta.dirname, '..', '..', 'node_modules');

/** Libraries that fixture pages load, by the path under which they ask for them. */
const LIBRARIES: Record<string, string> = {
  '/lib/react.js': 'react/umd/react.production.min.js',
  '/lib/react-dom.js': 'react-dom/umd/react-dom.production.min.js',
};

/** The strictest policy that a sign-in page may come to have: no inline code, no foreign styles, Trusted Types. */
const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface FixtureResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Answers a request for any host from the folder of fixture pages, so that real host names work without a network.
 * The file is the last part of the path; `?csp=strict` adds the strictest policy.
 */
export function respond(address: string): FixtureResponse {
  const { pathname, searchParams } = new URL(address);
  const library = LIBRARIES[pathname];
  const file = library
    ? join(MODULES, library)
    : join(FOLDER, pathname.split('/').at(-1) || 'none');
  if (!existsSync(file))
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'no such fixture' };
  return {
    status: 200,
    headers: {
      'content-type': `${file.endsWith('.js') ? 'text/javascript' : 'text/html'}; charset=utf-8`,
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
];
