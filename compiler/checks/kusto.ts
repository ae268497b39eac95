import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { SnippetFault } from './snippet-fault';

/** The few parts of Kusto.Language that we call. The package is C# compiled by Bridge.NET. */
interface Diagnostic {
  Start: number;
  Severity: string;
  Message: string;
}

interface KustoList<Item> {
  Count: number;
  getItem(at: number): Item;
}

/** A database, cluster and the functions that queries can use. Opaque to us. */
interface GlobalState {
  WithDatabase(database: unknown): GlobalState;
}

interface KustoLanguage {
  KustoCode: {
    ParseAndAnalyze(
      text: string,
      globals: GlobalState,
    ): { GetDiagnostics(): KustoList<Diagnostic> };
  };
  GlobalState: { Default: GlobalState };
  Symbols: {
    TableSymbol: { $ctor7: new (name: string, schema: string, description: null) => object };
    DatabaseSymbol: { ctor: new (name: string, members: object[]) => object };
  };
}

/** Where the parser hangs itself. */
const parserGlobal = globalThis as { Kusto?: { Language: KustoLanguage } };

/**
 * Loads the Kusto parser. Its files are scripts, not modules: Bridge.NET first, then the language; each hangs itself on the
 * global object and throws when it runs there twice, as where two test files of one process ask for it.
 */
function loadKusto(): KustoLanguage {
  if (!parserGlobal.Kusto) {
    const main = createRequire(import.meta.url).resolve('@kusto/language-service-next');
    for (const name of ['bridge.min.js', 'Kusto.Language.Bridge.min.js']) {
      const path = join(dirname(main), name);
      runInThisContext(readFileSync(path, 'utf8'), { filename: path });
    }
  }
  return parserGlobal.Kusto!.Language;
}

/** Tables with their columns: for each type the names, with blanks between them. */
export type KqlSchema = Record<string, { columns: Record<string, string> }>;

/** A name that Kusto does not know, in its message. */
const UNKNOWN_NAME = /^The name '(\w+)' does not refer to any known column/;

/**
 * Why a column of the schema can be unknown to a query: a union of tables in which it has different
 * types splits it, `DeviceDetail` of SigninLogs (dynamic) and AADNonInteractiveUserSignInLogs
 * (string) into two.
 */
function splitHint(message: string, typesOf: Map<string, Set<string>>): string {
  const name = UNKNOWN_NAME.exec(message)?.[1] ?? '';
  const types = [...(typesOf.get(name) ?? [])];
  if (types.length < 2) return '';
  const halves = types.map((type) => `${name}_${type}`).join(' and ');
  return ` Its type differs between tables, so a union splits it into ${halves}; convert it with extend in each table before the union.`;
}

/** Finds the faults of a query. */
export type KqlChecker = (query: string) => SnippetFault[];

/** Makes a checker for queries over these tables. */
export function makeKqlChecker(schema: KqlSchema): KqlChecker {
  const { KustoCode, GlobalState, Symbols } = loadKusto();
  const typesOf = new Map<string, Set<string>>();
  const tables = Object.entries(schema).map(([name, { columns }]) => {
    const typed = Object.entries(columns).flatMap(([type, names]) =>
      names.split(/\s+/).map((column) => {
        typesOf.set(column, (typesOf.get(column) ?? new Set()).add(type));
        return `${column}:${type}`;
      }),
    );
    return new Symbols.TableSymbol.$ctor7(name, `(${typed.join(', ')})`, null);
  });
  const workspace = new Symbols.DatabaseSymbol.ctor('workspace', tables);
  const globals = GlobalState.Default.WithDatabase(workspace);
  return (query) => {
    const found = KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics();
    return Array.from({ length: found.Count }, (_, at) => found.getItem(at))
      .filter(({ Severity }) => Severity === 'Error' || Severity === 'Warning')
      .map(({ Start, Message }) => ({
        line: query.slice(0, Start).split('\n').length - 1,
        message: Message + splitHint(Message, typesOf),
      }));
  };
}
