import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileKnowledge } from '../compiler/compile-knowledge';
import { linksOf } from '../compiler/checks/links';
import { guideAsEntry } from '../compiler/guide-prose';

// `npm run links`: asks every address that the knowledge points to for an answer, and reports those that
// give none. It needs a network, is slow and depends on other people's servers, so it is no part of
// `npm run check`. Without a network it says so and ends.

/** Addresses that are not asked, each with the reason: pages that answer whatever they know, or persons only. */
const EXCUSED: { pattern: RegExp; reason: string }[] = [
  {
    pattern: /^https:\/\/login\.microsoftonline\.com\/error\?code=/,
    reason: 'one page for all numbers; its answer does not show that it knows this one',
  },
];

const AT_ONCE = 6;
const MOST_SECONDS = 20;
/** An address that is known to answer wherever there is a network. */
const PROBE = 'https://learn.microsoft.com/';

/** @returns The HTTP status, or the reason for which there is none. */
async function ask(address: string, method: 'HEAD' | 'GET' = 'HEAD'): Promise<number | string> {
  try {
    const { status } = await fetch(address, {
      method,
      redirect: 'follow',
      signal: AbortSignal.timeout(MOST_SECONDS * 1000),
    });
    // Some servers answer HEAD with 403, 404 or 405 and GET with the page.
    return status >= 400 && method === 'HEAD' ? await ask(address, 'GET') : status;
  } catch (error) {
    const { cause, message } = error as Error;
    return cause instanceof Error ? cause.message : message;
  }
}

const { entries, guides } = await compileKnowledge(process.cwd());
const coverage = await readFile(join('knowledge', 'coverage.yml'), 'utf8');
const users = new Map<string, Set<string>>();
for (const entry of [...entries, ...guides.map(({ guide }) => guideAsEntry(guide))]) {
  for (const address of linksOf(entry))
    users.set(address, (users.get(address) ?? new Set()).add(entry.code));
}
for (const [address] of coverage.matchAll(/https:\/\/\S+/g))
  users.set(address, (users.get(address) ?? new Set()).add('coverage.yml'));

const excused = [...users.keys()].filter((address) =>
  EXCUSED.some(({ pattern }) => pattern.test(address)),
);
const open = [...users.keys()].filter((address) => !excused.includes(address)).sort();

if (typeof (await ask(PROBE)) === 'string') {
  console.log(
    `No network: ${PROBE} did not answer. Nothing was checked (${open.length} addresses).`,
  );
  process.exit(0);
}

const silent: string[] = [];
const queue = [...open];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let address = queue.shift(); address; address = queue.shift()) {
      const answer = await ask(address);
      if (typeof answer === 'number' && answer < 400) continue;
      const codes = [...(users.get(address) ?? [])];
      const named = codes.slice(0, 5).join(', ') + (codes.length > 5 ? ' …' : '');
      silent.push(`${address}: ${answer} (${named})`);
    }
  }),
);

for (const line of silent.sort()) console.log(line);
for (const { pattern, reason } of EXCUSED) {
  const count = excused.filter((address) => pattern.test(address)).length;
  if (count) console.log(`${count} addresses like ${pattern.source} were not asked: ${reason}`);
}
console.log(`${open.length} addresses asked, ${silent.length} without an answer`);
if (silent.length) process.exitCode = 1;
