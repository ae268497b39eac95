/** Parameters of a request that stand without its address, and where they do: offsets in the text. */
export interface Form {
  /** As a query, without the sign that begins one. */
  query: string;
  start: number;
  end: number;
}

/**
 * The body of a request to the token endpoint, or a query that was pasted without its address; as documentation prints it,
 * each parameter on a line of its own after `&`; a value with blanks where
 * another parameter follows. An option of a command may stand right before it: `--data=…`.
 */
const FORM =
  /(?:^|[\s"'?=])(\w[\w.-]{1,39}=[^\s"'<>]{0,30000}(?:[ \t]{0,9}\r?\n[ \t]{0,9}&[^\s"'<>]{1,8000}(?:(?: [^\s"'<>&=]{1,200}){1,40}(?=[ \t]{0,9}\r?\n[ \t]{0,9}&))?){0,40})/gm;

/** What a command is given parameters with: curl, wget. */
const OPTION = '(?:-d|-F|--data(?:-urlencode|-raw|-binary|-ascii)?|--form(?:-string)?|--post-data)';
const BEHIND_OPTION = new RegExp(`${OPTION}[ \\t=]{1,4}$`);

/**
 * What stands between two parameters that a command is given apart: an option, with its line or a new one; a blank; the
 * end of a line that goes on.
 */
const NEXT_OF_COMMAND = new RegExp(
  `^['"]?(?:[\\s\\\\^\`]{1,40}${OPTION}(?:[ \\t]{1,4}|=|(?=['"]|$))|[ \\t]{1,4}|[ \\t]{0,9}[\\\\^\`][ \\t]{0,3}\\r?\\n[ \\t]{0,40})['"]?$`,
);

/** Between two parameters that stand in lines of their own. */
const NEXT_LINE = /^[ \t]{0,9}\r?\n[ \t]{0,40}$/;

/** Parameters of OAuth: in lines of their own, other names are another text. */
const OF_OAUTH =
  /^(?:client_(?:id|secret|assertion|assertion_type|info)|grant_type|response_(?:type|mode)|redirect_uri|scope|resource|username|password|code|code_verifier|code_challenge|code_challenge_method|refresh_token|device_code|assertion|requested_token_use|state|nonce|prompt|login_hint|domain_hint)$/;

/** How far apart two parameters of one request stand at most, in UTF-16 units. */
const MOST_BETWEEN = 90;

/** @returns The parameters of each request that stands without an address; those of one command as one. */
export function formsOf(text: string): Form[] {
  const forms: Form[] = [];
  for (const match of text.matchAll(FORM)) {
    const close = match.index + match[0].length;
    const start = close - match[1]!.length;
    const last = forms.at(-1);
    const goesOn = last !== undefined && isNext(last, match[1]!, text.slice(last.end, start));
    // Without a command, what has quotes is the text of a program or a configuration.
    const isGiven = goesOn || BEHIND_OPTION.test(text.slice(Math.max(0, start - 24), start));
    const rest = restInQuotes(text, start, close) || (isGiven ? valueInQuotes(text, close) : '');
    const end = close + rest.length;
    const query = plainQuery(match[1]!) + encoded(rest);
    if (goesOn) {
      last.query += `&${query}`;
      last.end = end;
    } else forms.push({ query, start, end });
  }
  return forms;
}

/** Whether a parameter belongs to the request of the one before it. */
function isNext(last: Form, query: string, between: string): boolean {
  if (between.length >= MOST_BETWEEN) return false;
  if (NEXT_OF_COMMAND.test(between)) return true;
  const [key = ''] = query.split('=', 1);
  return NEXT_LINE.test(between) && OF_OAUTH.test(key) && !holds(last.query, key);
}

const holds = (query: string, key: string) =>
  query.startsWith(`${key}=`) || query.includes(`&${key}=`);

/** Without line ends, the sign that Windows' console needs before `&`, and the second `=` of HTTPie's queries. */
const plainQuery = (query: string): string =>
  query
    .replace(/[ \t]{0,20}\r?\n\s{0,20}/g, '')
    // Scopes, as somebody took them out of their encoding.
    .replace(/\s{1,20}/g, '+')
    .replace(/\^(?=&)/g, '')
    .replace(/^(\w[\w.-]{1,39}=)=/, '$1');

/** A rest with further parameters keeps their signs. */
const encoded = (rest: string): string =>
  rest
    .replace(/^["']|["']$/g, '')
    .split(/&(?=\w[\w.-]{1,39}=)/)
    .map((part, at) => {
      const value = at ? part.slice(part.indexOf('=') + 1) : part;
      return part.slice(0, part.length - value.length) + encodeURIComponent(decoded(value));
    })
    .join('&');

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The rest of what a command is given in quotes, as it was typed: `-d "scope=User.Read Mail.Send&client_id=…"`. */
const REST_IN_QUOTES =
  /(?: [^\s"'&=]{1,200}){1,40}(?:&\w[\w.-]{1,39}=[^\s"'&]{0,4000}(?: [^\s"'&=]{1,200}){0,40}){0,40}(?=["'])/y;

function restInQuotes(text: string, start: number, end: number): string {
  if (!/["']/.test(text[start - 1] ?? '')) return '';
  REST_IN_QUOTES.lastIndex = end;
  return REST_IN_QUOTES.exec(text)?.[0] ?? '';
}

/** A value in quotes of its own, with these: `-d scope='https://graph.microsoft.com/.default'`. */
const VALUE_IN_QUOTES = /(?<==)(?:"[^"\r\n]{0,4000}"|'[^'\r\n]{0,4000}')/y;

function valueInQuotes(text: string, end: number): string {
  VALUE_IN_QUOTES.lastIndex = end;
  return VALUE_IN_QUOTES.exec(text)?.[0] ?? '';
}
