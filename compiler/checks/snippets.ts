import type { Command } from '../../lookup/entry';
import { checkAddresses } from './addresses';
import { checkCmdlets } from './cmdlets';
import type { Finding } from './finding';
import type { KnownCommands } from './known-commands';
import { checkPermissions } from './permissions';
import { readPowerShell } from './powershell-form';
import type { SnippetFault } from './snippet-fault';
import { lineOfBlock, type WrittenEntry } from './written-entry';

/** What a command is checked against. */
export interface SnippetTools {
  known: KnownCommands;
  parseKql: (query: string) => SnippetFault[];
}

/** `{name}`, which the page fills in, and `<name>`, which the reader fills in. No blank follows the `<` of a gap. */
const GAP = /\{[a-zA-Z][\w-]*\}|<[a-zA-Z][^<>\n]*>/g;

/** Puts a word that is valid in strings, names and numbers where a gap is. */
function fillGaps(code: string): string {
  return code.replace(GAP, '1');
}

/** Modules, APIs and libraries that Microsoft has retired; what takes their place. */
const RETIRED: { pattern: RegExp; instead: string }[] = [
  {
    // The modules of Seamless SSO and of cloud Kerberos trust are alive.
    pattern: /\b\w+-AzureAD(?!SSO|Kerberos)\w*|\b\w+-Msol\w+|\b(?:MSOnline|AzureADPreview)\b/i,
    instead: 'the AzureAD and MSOnline modules are retired; use Microsoft Graph PowerShell',
  },
  {
    pattern: /\bgraph\.windows\.net\b/i,
    instead: 'Azure AD Graph is retired; use Microsoft Graph',
  },
  {
    pattern: /\bADAL\b|ActiveDirectory\.Clients/,
    instead: 'ADAL is retired; use MSAL',
  },
  {
    pattern: /login\.microsoftonline\.com\/[^\s"']*\/oauth2\/(?:token|authorize)\b/i,
    instead: 'use the v2.0 endpoints',
  },
];

function findRetired(code: string): SnippetFault[] {
  return code.split('\n').flatMap((text, line) =>
    RETIRED.flatMap(({ pattern, instead }) => {
      const hit = pattern.exec(text);
      return hit ? [{ line, message: `${hit[0]}: ${instead}` }] : [];
    }),
  );
}

/** A line of a shell fence that only PowerShell understands. */
const CMDLET_LINE = /^\s*[A-Z][a-z]+-[A-Z]\w+/;

/** Finds what is wrong with one command. */
export function snippetFaults(command: Command, { known, parseKql }: SnippetTools): SnippetFault[] {
  const { lang, code } = command;
  const faults = findRetired(code);
  if (lang === 'kql') return [...faults, ...parseKql(fillGaps(code))];

  const called = checkAddresses(code, known);
  faults.push(...called.faults);
  let { callsGraph } = called;
  if (lang === 'powershell') {
    const script = readPowerShell(code);
    const cmdlets = checkCmdlets(command, script.bare, known);
    faults.push(...script.faults, ...cmdlets.faults);
    callsGraph ||= cmdlets.callsGraph;
  }
  if (lang === 'shell') {
    const line = code.split('\n').findIndex((text) => CMDLET_LINE.test(text));
    if (line >= 0) faults.push({ line, message: 'a cmdlet in a shell fence; use powershell' });
  }
  return [...faults, ...checkPermissions(command, callsGraph, known)];
}

/**
 * Checks the commands of the entries: KQL by the parser of Kusto with the columns of the tables
 * (knowledge/schema-kql.yml), PowerShell by its form, and cmdlets, modules, permissions and
 * addresses against knowledge/commands.yml.
 */
export function checkSnippets(written: WrittenEntry[], tools: SnippetTools): Finding[] {
  return written.flatMap((one) =>
    (one.entry.commands ?? []).flatMap((command) => {
      const faults = snippetFaults(command, tools);
      if (!faults.length) return [];
      const start = lineOfBlock(one, command.code);
      return faults.map(({ line, message }): Finding => ({
        check: 'snippets',
        level: 'problem',
        file: one.file,
        line: start + line,
        message,
      }));
    }),
  );
}

/** An address of Microsoft Graph that is called; a permission such as `https://graph.microsoft.com/.default` is not. */
const ONE_CLOUD = /https:\/\/graph\.microsoft\.com\/(?:v1\.0|beta)\b/;

/** Commands reach the tenant's own cloud: relative addresses and cmdlets do, an address with a host does not. */
export function checkCloudOfCommands(written: WrittenEntry[]): Finding[] {
  return written.flatMap((one) =>
    (one.entry.commands ?? []).flatMap(({ code }) => {
      const line = code.split('\n').findIndex((text) => ONE_CLOUD.test(text));
      if (line < 0) return [];
      return [
        {
          check: 'snippets',
          level: 'problem',
          file: one.file,
          line: lineOfBlock(one, code) + line,
          message:
            "https://graph.microsoft.com serves one cloud; write Invoke-MgGraphRequest -Uri 'v1.0/…', which reaches the tenant's own",
        } satisfies Finding,
      ];
    }),
  );
}
