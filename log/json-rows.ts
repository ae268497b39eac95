import { JSONParser } from '@streamparser/json';
import { fieldsOfJson, isOfAudit, isSignInLog } from './json-fields';
import type { RowMaker } from './make-row';
import { AUDIT_LOG } from './report';
import type { RowReader, RowSink } from './row-sink';

/** Where the sign-ins are in each form, by what its beginning looks like. The first that fits counts. */
const FORMS: readonly { looksLike: RegExp; paths: (key: string) => string[]; title: string }[] = [
  // What the query API of Log Analytics answers.
  {
    looksLike: /^\s*\{\s*"tables"\s*:/,
    paths: () => ['$.tables.*.columns', '$.tables.*.rows.*'],
    title: 'Log Analytics query result',
  },
  // What a hunting query answers, with the names of its columns first.
  {
    looksLike:
      /^\s*\{(?:\s*"@odata[^"]{0,40}"\s*:\s*"[^"]{0,400}"\s*,)?\s*"schema"\s*:\s*\[[^\]]{0,20000}\]\s*,\s*"(results)"\s*:\s*\[/i,
    paths: (key) => [`$.${key}.*`],
    title: 'Microsoft Defender advanced hunting',
  },
  // Graph's list, and the records that diagnostic settings send: in files of an event hub, one list after another.
  {
    looksLike: /^\s*\{[^{[]{0,2000}"(value|records|signIns|results|data|items)"\s*:\s*\[/,
    paths: (key) => [`$.${key}.*`],
    title: 'list of sign-ins',
  },
  // What Elasticsearch and OpenSearch answer.
  {
    looksLike: /^\s*\{[^[]{0,4000}"hits"\s*:\s*\{[^[]{0,2000}"hits"\s*:\s*\[/,
    paths: () => ['$.hits.hits.*'],
    title: 'list of sign-ins',
  },
  // Pages of a list in a list, too.
  { looksLike: /^\s*\[/, paths: () => ['$.*'], title: 'list of sign-ins' },
  // One object after another: JSON lines, or a single sign-in.
  { looksLike: /^\s*\{/, paths: () => ['$'], title: 'JSON lines' },
];

/** So many lists within lists hold no sign-in; a parser would take its time and memory for each. */
const TOO_DEEP = /(?:\[\s{0,9}){200}/;

/** How many lines tell whether each line of a text is a document. */
const FIRST_LINES = 10;

/** Whether most lines of a text are documents by themselves, so that what is broken in one of them ends with it. */
function areDocuments(head: string): boolean {
  const ended = head.split('\n', FIRST_LINES + 1).slice(0, -1);
  const lines = ended.filter((line) => line.trim());
  const documents = lines.filter((line) => documentOf(line) !== undefined);
  return lines.length > 1 && documents.length * 2 > lines.length;
}

/** The object or list that a line is; undefined where it is none. */
function documentOf(line: string): object | undefined {
  if (!/^\s*[[{]/.test(line)) return undefined;
  try {
    return JSON.parse(line) as object;
  } catch {
    return undefined;
  }
}

/** Reads sign-ins from JSON of any length in pieces; a single one is held at a time. */
export class JsonRows implements RowReader {
  title = '';
  readonly unit = 'item';
  readonly unknownColumns: readonly string[] = [];
  readonly isUtc = true;
  #parser: JSONParser | undefined;
  #at = 0;
  #columns: string[] = [];
  #isBroken = false;

  constructor(
    readonly maker: RowMaker,
    readonly sink: RowSink,
  ) {}

  push(text: string): void {
    // What comes after an error cannot be placed; what came before it is kept.
    if (this.#isBroken) return;
    this.#isByLine ??= areDocuments(text);
    if (this.#isByLine) return this.#pushLines(text);
    this.#parser ??= this.#start(text);
    if (TOO_DEEP.test(text)) this.#break();
    else this.#parser.write(text);
  }

  #pushLines(text: string): void {
    this.#form ??= this.#formOf(text);
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop()!;
    for (const line of lines)
      if (line.trim() && !this.#takeLine(line)) this.sink.skip(++this.#at, 'not JSON');
  }

  /** Takes the sign-ins of a line that is a document; false where it is none. */
  #takeLine(line: string): boolean {
    const document = documentOf(line);
    if (!document) return false;
    const { listKey = '' } = this.#form!;
    const list = listKey
      ? (document as Record<string, unknown>)[listKey]
      : (pageOf(document) ?? document);
    if (!Array.isArray(list)) this.#take(document);
    else {
      this.sink.beginAnother();
      for (const one of list) this.#take(one);
    }
    return true;
  }

  end(): boolean {
    if (this.#rest.trim()) return !this.#takeLine(this.#rest);
    if (this.#isBroken || !this.#parser) return false;
    this.#isEnding = true;
    // With nothing open this is no error.
    if (!this.#parser.isEnded) this.#parser.end();
    return this.#isBroken;
  }
  #isEnding = false;
  /** Where each line is a document: whether it is so, what is left of the last line, and where its sign-ins stand. */
  #isByLine: boolean | undefined;
  #rest = '';
  #form: { paths: string[]; listKey: string | undefined } | undefined;

  /** @param head The beginning of the text, with the bracket or brace that made it JSON. */
  #formOf(head: string): { paths: string[]; listKey: string | undefined } {
    const form = FORMS.find(({ looksLike }) => looksLike.test(head))!;
    this.title = form.title;
    const listKey = form.looksLike.exec(head)![1];
    return { paths: form.paths(listKey ?? ''), listKey };
  }

  #break(): void {
    if (!this.#isBroken && !this.#isEnding) this.sink.skip(this.#at + 1, 'not JSON');
    this.#isBroken = true;
  }

  #start(head: string): JSONParser {
    const { paths } = this.#formOf(head);
    const parser = new JSONParser({
      paths,
      keepStack: false,
      // One text may hold several, each below the other.
      separator: '',
    });
    parser.onValue = ({ value, key }) => {
      if (key === 'columns' && Array.isArray(value)) this.#columns = value.map(nameOf);
      else {
        // One list after another, as downloads that were joined have them.
        if (key === 0) this.sink.beginAnother();
        const page = pageOf(value);
        if (!page) return this.#take(value);
        this.sink.beginAnother();
        for (const one of page) this.#take(one);
      }
    };
    parser.onError = () => this.#break();
    return parser;
  }

  #take(value: unknown): void {
    const at = ++this.#at;
    if (at === 1) this.title = categoryOf(value) ?? this.title;
    const record = Array.isArray(value)
      ? Object.fromEntries(this.#columns.map((name, index) => [name, value[index]]))
      : value;
    const fields = fieldsOfJson(record);
    const row = this.maker.make(at, (fact) => fields[fact]);
    if (row) this.sink.add(row);
    else this.sink.skip(at, 'no sign-in');
  }
}

/** The sign-ins of an answer of Graph or a search, as a script writes several of them into one list or line by line. */
function pageOf(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { value: list, hits } = value as { value?: unknown; hits?: { hits?: unknown } | null };
  return [list, hits?.hits].find((one) => Array.isArray(one));
}

function nameOf(column: unknown): string {
  return typeof column === 'object' && column !== null && 'name' in column
    ? String(column.name)
    : '';
}

/** `NonInteractiveUserSignInLogs`, which Azure Monitor's records name, or the audit log, whose form its records have. */
function categoryOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if (isOfAudit(entries) || entries.some(([key]) => /^auditdata$/i.test(key))) return AUDIT_LOG;
  for (const [key, name] of entries)
    if (/^(?:category|type)$/i.test(key) && isSignInLog(String(name))) return String(name);
  return undefined;
}
