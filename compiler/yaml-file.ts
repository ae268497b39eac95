import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { isCollection, isMap, isScalar, LineCounter, parseDocument, type Node } from 'yaml';

/** Takes a message for a line of a YAML text, from 1. */
type Complain = (line: number, message: string) => void;

/** A read YAML text that knows its lines. */
export interface YamlFile {
  value: unknown;
  /** Line of the key or item that a path leads to, or of the deepest part of the path that is there. */
  lineOf: (path: readonly (string | number)[]) => number;
}

/** What the parser says, in words that tell what to do. */
function wayOut(code: string, message: string): string {
  const [first = ''] = message.split(/ at line|\n/);
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY')
    return `${first}. Put text that holds a colon and a blank in quotes: "Error: what it says"`;
  if (code === 'TAB_AS_INDENT') return 'a tab stands at the start of the line; use blanks';
  if (code === 'DUPLICATE_KEY') return 'this key stands twice; keep one';
  return `${first}. Compare the lines above with knowledge/TEMPLATE.md`;
}

/**
 * Reads a YAML text.
 * @param source The text, with line ends of any kind.
 * @param complain Takes what is wrong with its form.
 * @returns undefined when it cannot be read; the reasons were told.
 */
export function readYaml(source: string, complain: Complain): YamlFile | undefined {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const told = new Set<number>();
  for (const { pos, code, message } of document.errors) {
    const { line } = lines.linePos(pos[0]);
    // One slip makes several errors on its line.
    if (!told.has(line)) complain(line, wayOut(code, message));
    told.add(line);
  }
  if (document.errors.length) return undefined;

  const startOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];
  return {
    value: document.toJS(),
    lineOf: (path) => {
      let at = 0;
      let node: unknown = document.contents;
      for (const key of path) {
        if (!isCollection(node)) break;
        const pair = isMap(node)
          ? node.items.find(({ key: one }) => isScalar(one) && String(one.value) === String(key))
          : undefined;
        const next = pair ? pair.value : node.get(key, true);
        const start = startOf(pair ? pair.key : next);
        if (start === undefined) break;
        at = start;
        node = next;
      }
      return lines.linePos(at).line;
    },
  };
}

/** The object schema that a path leads to, through arrays, records, pipes, unions and optional values. */
function objectAt(schema: unknown, path: readonly unknown[]): Record<string, unknown> | undefined {
  const one = schema as {
    entries?: Record<string, unknown>;
    item?: unknown;
    value?: unknown;
    wrapped?: unknown;
    pipe?: unknown[];
    options?: unknown[];
  };
  const inner = one.wrapped ?? one.pipe?.[0];
  if (one.pipe && one.entries === undefined && one.item === undefined) return objectAt(inner, path);
  if (one.wrapped) return objectAt(inner, path);
  if (one.options) {
    for (const option of one.options) {
      const found = objectAt(option, path);
      if (found) return found;
    }
    return undefined;
  }
  const [key, ...rest] = path;
  if (one.entries)
    return path.length ? objectAt(one.entries[String(key)] ?? {}, rest) : one.entries;
  if (path.length && (one.item ?? one.value)) return objectAt(one.item ?? one.value, rest);
  return undefined;
}

/** The word that was probably meant. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((one) => ({ one, far: distance(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ far, one }) => far <= (one.length <= 4 ? 1 : Math.max(2, one.length / 4)))
    .sort((a, b) => a.far - b.far);
  return best?.one;
}

function isMissing(issue: v.BaseIssue<unknown>): boolean {
  return issue.input === undefined && issue.expected !== 'never';
}

/**
 * Holds a read text to a schema.
 * @returns The typed value, or undefined when something is wrong; what, was told by line.
 */
export function holdToSchema<Schema extends v.GenericSchema>(
  schema: Schema,
  { value, lineOf }: YamlFile,
  complain: Complain,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const key = String(path.at(-1) ?? '');
    const where = path.slice(0, -1);
    const known = Object.keys(objectAt(schema, where) ?? {});
    const line = lineOf(path);
    if (issue.type === 'strict_object' && issue.expected === 'never') {
      const meant = nearest(key, known);
      complain(
        line,
        meant
          ? `${key}: no such key; did you mean "${meant}"?`
          : `${key}: no such key; known: ${known.join(', ')}`,
      );
    } else if (isMissing(issue) && path.length) {
      complain(line, `${path.join('.')} is missing; see knowledge/README.md`);
    } else {
      complain(line, `${path.join('.') || 'the file'}: ${issue.message}`);
    }
  }
  return undefined;
}
