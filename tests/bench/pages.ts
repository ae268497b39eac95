import { respond as respondWithFixture, type FixtureResponse } from '../e2e/fixture-pages';

/** A host on which the extension runs, and one like it on which it does not: on and off side by side in one browser. */
export const ON = 'https://sandbox-1.reactblade.portal.azure.net';
export const OFF = 'https://sandbox-1.reactblade.portal.example';

/** An empty page whose clock is fine: 5 microseconds and not 100, since it shares its process with no other site. */
export const LAB = 'https://lab.example/empty';

const FINE_CLOCK = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

const html = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title></head><body>${body}</body></html>`;

const PLAIN_TEXT = `<h1>Devices</h1>${'<p>Contoso laptop, compliant, seen today.</p>'.repeat(20)}`;

/** Pages that only the benchmark has, by path. */
const PAGES: Record<string, string> = {
  '/empty': html(''),
  '/plain': html(PLAIN_TEXT),
  '/with-code': html(
    `${PLAIN_TEXT}<div class="details"><p>Failure reason: AADSTS50126: Error validating credentials.</p></div>`,
  ),
};

/** Answers a request for any host: pages of the benchmark, else the fixtures of the tests. */
export function respond(address: string): FixtureResponse {
  const { pathname, href } = new URL(address);
  const body = PAGES[pathname];
  if (body === undefined) return respondWithFixture(address);
  const headers = { 'content-type': 'text/html', ...(href.startsWith(LAB) && FINE_CLOCK) };
  return { status: 200, headers, body };
}
