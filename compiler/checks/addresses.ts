import type { KnownCommands } from './known-commands';
import { WAY_OUT, type SnippetFault } from './snippet-fault';

/** Hosts whose addresses are on the list. Others belong to the reader or to a device. */
const LISTED_HOST = /^https:\/\/(?:graph\.microsoft\.com|login\.microsoftonline\.com)(?=\/|$)/;

/** An address with its scheme, up to a blank, a quote or the query; quotes inside brackets belong to it. */
const ADDRESS = /https:\/\/(?:[^\s"'`?()]|\([^)\n]*\))+/g;

/** A path of Microsoft Graph as Invoke-MgGraphRequest takes it: a string that starts with the version. */
const GRAPH_PATH = /(?<=["'])\/?((?:v1\.0|beta)\/(?:[^\s"'`?()]|\([^)\n]*\))+)/g;

/** `{name}`, which the page fills in, and `<name>`, which the reader fills in. */
const GAP = /\{[a-zA-Z][\w-]*\}|<[a-zA-Z][^<>\n]*>/g;

/** A permission written as an address, such as `https://graph.microsoft.com/.default`, is not called. */
const PERMISSION = /^https:\/\/graph\.microsoft\.com\/(?:\.default|[A-Z]\w+\.\w[\w.]*)(?:&|$)/;

const COMMENT = /^\s*(?:#|\/\/)/;

/** The addresses of Microsoft Graph and of the sign-in service that a line calls, with `{}` for gaps. */
function addressesIn(line: string): string[] {
  const filled = line.replace(GAP, '{}');
  const whole = [...filled.matchAll(ADDRESS)].map(([address]) => address);
  const paths = [...filled.matchAll(GRAPH_PATH)].map(
    ([, path = '']) => `https://graph.microsoft.com/${path}`,
  );
  return [...whole, ...paths]
    .filter((address) => LISTED_HOST.test(address) && !PERMISSION.test(address))
    .map((address) => address.replace(/[.,;]+$/, ''));
}

/**
 * Compares the addresses that a command calls with the list, comments left out.
 * @returns The faults, and whether Microsoft Graph is among the called.
 */
export function checkAddresses(
  code: string,
  known: KnownCommands,
): { faults: SnippetFault[]; callsGraph: boolean } {
  const faults: SnippetFault[] = [];
  let callsGraph = false;
  code.split('\n').forEach((text, line) => {
    if (COMMENT.test(text)) return;
    for (const address of addressesIn(text)) {
      callsGraph ||= address.startsWith('https://graph.microsoft.com/');
      if (!known.hasAddress(address))
        faults.push({ line, message: `${address} is no known address; ${WAY_OUT}` });
    }
  });
  return { faults, callsGraph };
}
