import type { Command } from '../../lookup/entry';
import type { KnownCommands } from './known-commands';
import { needsLineOf, WAY_OUT, type SnippetFault } from './snippet-fault';

/** A permission of Microsoft Graph: `User.Read.All`, `Policy.ReadWrite.ConditionalAccess`. */
const SCOPE = /\b[A-Z]\w+\.(?:Read|ReadWrite|ReadBasic|Manage)(?:\.[A-Z]\w+)*\b/g;

/**
 * Compares the permissions that a command says it needs with the list.
 * @param callsGraph Whether it talks to Microsoft Graph, and so needs one.
 */
export function checkPermissions(
  { needs, code }: Command,
  callsGraph: boolean,
  known: KnownCommands,
): SnippetFault[] {
  const line = needsLineOf(code);
  const scopes = [...needs.matchAll(SCOPE)].map(([scope]) => scope);
  if (callsGraph && !scopes.length)
    return [{ line, message: 'needs: names no permission for Microsoft Graph' }];
  return scopes
    .filter((scope) => !known.scopes.has(scope))
    .map((scope) => ({ line, message: `${scope} is no known permission; ${WAY_OUT}` }));
}
