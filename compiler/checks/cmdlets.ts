import type { Command } from '../../lookup/entry';
import { nearest } from '../yaml-file';
import type { KnownCommands } from './known-commands';
import { needsLineOf, WAY_OUT, type SnippetFault } from './snippet-fault';

/**
 * A cmdlet: verb, dash, noun, as in `Get-MgUser` or `get-mguser`. Not a parameter (`-All`), a member
 * (`.Foo-Bar`), a variable, a part of a path (`HKLM:\a-b`), an attribute (`msDS-KeyCredentialLink`)
 * or a part of a longer name with dashes.
 */
const CMDLET =
  /(?<![\w$.\\/:'"@-])((?:[A-Z][a-z]+|get|set|new|add|remove|update|invoke|start|stop|test)-[A-Za-z]\w+)(?![\w\\/-])/g;

/** A parameter or operator: a dash and a word after a blank. */
const DASHED = /(?<=\s)-([A-Za-z]\w+)/g;

/** Operators of PowerShell that look like parameters. */
const OPERATOR =
  /^[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin|replace|split|join|and|or|not|xor|as|is|isnot|f|band|bor)$/i;

/** A parameter that is nearly a known one. */
function misspelledParameter(name: string, { parameters }: KnownCommands): string | undefined {
  const isKnown = parameters.some((one) => one.toLowerCase() === name.toLowerCase());
  return isKnown || OPERATOR.test(name) ? undefined : nearest(name, parameters);
}

/** A module of Microsoft Graph PowerShell, as it stands in the line `needs:`. */
const GRAPH_MODULE = /\bMicrosoft\.Graph(?:\.\w+)*\b/g;

/**
 * Compares the cmdlets of a script, and the modules that its second line names, with the list.
 * @param bare Its lines without comments and strings.
 * @returns The faults, and whether it calls Microsoft Graph.
 */
export function checkCmdlets(
  { needs, code }: Command,
  bare: string,
  known: KnownCommands,
): { faults: SnippetFault[]; callsGraph: boolean } {
  const faults: SnippetFault[] = [];
  const used = new Set<string>();
  bare.split('\n').forEach((text, line) => {
    for (const [, name = ''] of text.matchAll(CMDLET)) {
      const found = known.cmdlets.get(name.toLowerCase());
      if (!found) {
        const meant = nearest(name, known.cmdletNames);
        const way = meant ? `did you mean ${meant}?` : WAY_OUT;
        faults.push({ line, message: `${name} is no known cmdlet; ${way}` });
      }
      if (found && found.name !== name) faults.push({ line, message: `write ${found.name}` });
      if (found) used.add(found.module);
    }
  });

  bare.split('\n').forEach((text, line) => {
    for (const [dashed, name = ''] of text.matchAll(DASHED)) {
      const meant = misspelledParameter(name, known);
      if (meant)
        faults.push({
          line,
          message: `${dashed} is no known parameter; did you mean -${meant}? One that exists goes into parameters of knowledge/commands.yml`,
        });
    }
  });

  const atNeeds = (message: string): void => {
    faults.push({ line: needsLineOf(code), message });
  };
  const named = [...needs.matchAll(GRAPH_MODULE)].map(([name]) => name);
  const graph = [...used].filter((module) => module.startsWith('Microsoft.Graph.'));
  for (const module of graph) {
    if (!named.includes(module)) atNeeds(`needs: does not name the module ${module}`);
  }
  for (const module of named) {
    if (!known.modules.has(module)) atNeeds(`${module} is no known module; ${WAY_OUT}`);
    else if (!used.has(module)) atNeeds(`needs: names ${module}, which the command does not use`);
  }
  return { faults, callsGraph: graph.length > 0 };
}
