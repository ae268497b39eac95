import { JSONParser } from '@streamparser/json';
import { fieldsOfJson, isSignInLog } from './json-fields';
import type { RowMaker } from './make-row';
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
  { looksLike: /^\s*\[/, paths: () => ['$.*'], title: 'list of sign-ins' },
  // One object after another: JSON lines, or a single sign-in.
  { looksLike: /^\s*\{/, paths: () => ['$'], title: 'JSON lines' },
];

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
    this.#parser ??= this.#start(text);
    this.#parser.write(text);
  }

  end(): boolean {
    if (this.#isBroken || !this.#parser) return false;
    this.#isEnding = true;
    // With nothing open this is no error.
    if (!this.#parser.isEnded) this.#parser.end();
    return this.#isBroken;
  }
  #isEnding = false;

  /** @param head The beginning of the text, with the bracket or brace that made it JSON. */
  #start(head: string): JSONParser {
    const form = FORMS.find(({ looksLike }) => looksLike.test(head))!;
    this.title = form.title;
    const paths = form.paths(form.looksLike.exec(head)![1] ?? '');
    const parser = new JSONParser({
      paths,
      keepStack: false,
      // One text may hold several, each below the other.
      separator: '',
    });
    parser.onValue = ({ value, key }) => {
      if (key === 'columns' && Array.isArray(value)) this.#columns = value.map(nameOf);
      else this.#take(value);
    };
    parser.onError = () => {
      if (!this.#isBroken && !this.#isEnding) this.sink.skip(this.#at + 1, 'not JSON');
      this.#isBroken = true;
    };
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
    if (row) this.sink.rows.push(row);
    else this.sink.skip(at, 'no sign-in');
  }
}

function nameOf(column: unknown): string {
  return typeof column === 'object' && column !== null && 'name' in column
    ? String(column.name)
    : '';
}

/** `NonInteractiveUserSignInLogs`, which Azure Monitor's records name. */
function categoryOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, name] of Object.entries(value))
    if (/^(?:category|type)$/i.test(key) && isSignInLog(String(name))) return String(name);
  return undefined;
}
