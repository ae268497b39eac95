import { CPIM, ENDING, kindOfKey, KEYS, PREFIX, type SecretKind } from './secret-keys';

/** A secret that stands in a text: what it is and where, never what it says. */
export interface Secret {
  kind: SecretKind;
  /** Line, from 1. */
  line: number;
}

/** What stands in place of a secret. */
export const MASK = '[secret]';

/** Around a key or a value: `"`, `\"` of JSON in JSON, `""` of JSON in a cell of CSV. */
const QUOTE = '(?:\\\\{0,15}["\']){1,4}';
const MAYBE_QUOTE = '(?:\\\\{0,15}["\']){0,4}';

/** The sign that is behind `%` in an address within an address, and in one within that: `%3D`, `%253D`. */
const ENCODED = '%(?:25){0,3}';
const EQUALS = `${ENCODED}3[AD]`;

/** Before an equals sign within a value of CEF. */
const ESCAPE = '\\\\{0,4}';

/** Between a key and its value: `=`, `\=`, `: "`, `\": \"`, `"":""`, ` : `, ` => `, `==`, `:=`, `"] = "`, `%3D`, `>` of an element. */
const BETWEEN = `(?:(?:%22)?${EQUALS}(?:%22)?|>|${MAYBE_QUOTE}\\]?[ \\t]{0,20}${ESCAPE}[:=][>=]?[ \\t]{0,20}@?${MAYBE_QUOTE})`;

/** A value up to what ends it in an address, JSON, a list or a command; one in quotes up to its quote. */
const VALUE = '(?<=["\'])[^\\s"\']{4,8000}?(?=\\\\{0,15}["\'])|[^\\s"\'&<>,;\\\\[\\]{}()]{6,8000}';

/** What a parameter begins behind, in an address within an address: `?`, `&`, `#`, a blank or a quote. */
const START = `${ENCODED}(?:3F|26|23|2[0-2])`;

/** What may stand behind a key: quotes, a bracket, blanks, `%22`. */
const BEHIND_KEY = `(?<![\\s"'\\\\\\]])(?:%22)?[\\\\"'\\] \\t]{0,84}`;

/** A key, and its value. */
const keyedForm = (keys: string) =>
  new RegExp(`((?:^|[^\\w-]|${START})${PREFIX}(${keys})${BETWEEN})(${VALUE})`, 'gim');

/** The keys of a name and of its value, as browsers' tools and claims print them. */
const NAME = '\\b(?:name|key|type?)';
const NAMED = 'val(?:ue)?';

/** Before a key in a name, whose parts a colon or point may part, too: `ida:`, `AzureAd.`. */
const NAMED_PREFIX = '(?:[\\w.:-]{0,60}[_.:-])?';

/** `<add key="ida:ClientSecret" value="…" />`, `{"name": "client_secret", "value": "…"}`, also over two lines. */
const NAMED_FORM = new RegExp(
  `(${NAME}${BETWEEN}${NAMED_PREFIX}(${KEYS}|(?:set-)?cookie)${QUOTE}[,;\\s]{1,40}${MAYBE_QUOTE}${NAMED}${BETWEEN})([^"'\\n]{4,8000}?(?=\\\\{0,15}["']))`,
  'gi',
);

/** A client secret in quotes, with blanks in it: behind other keys, sentences stand in quotes, too. */
const QUOTED_FORM =
  /((?:^|[^\w-])[\w-]{0,40}client[_-]?(secret)\\{0,15}["']?\]?[ \t]{0,20}[:=]>?[ \t]{0,20}@?\\{0,15}["'])([^\s"'\\]{1,100} [^"'\n\\]{2,400})(?=\\{0,15}["'])/gim;
const QUOTED_HINT = /client[_-]?secret\\{0,15}["']?\]?[ \t]{0,20}[:=]/gi;

/** The end of such a name: the value may stand in the next line. */
const NAMED_HINT = new RegExp(
  `val(?<=(?:${ENDING}|${CPIM})${BEHIND_KEY}["'][,;\\s]{1,40}${MAYBE_QUOTE}val)`,
  'gi',
);

/** `{"value": "…", "type": "client_secret"}`, also over two lines. */
const NAMED_AFTER_FORM = new RegExp(
  `(\\b${NAMED}${QUOTE}[ \\t]{0,20}:[ \\t]{0,20}${QUOTE}(?=[^"'\\n]{4,8000}?${QUOTE}[,;\\s]{1,40}${QUOTE}${NAME}${BETWEEN}${PREFIX}(${KEYS})${QUOTE}))([^"'\\n]{4,8000}?(?=\\\\{0,15}["']))`,
  'gi',
);

/** The end of a name that closes its object. */
const NAMED_AFTER_HINT = new RegExp(
  `["'](?=\\s{0,40}\\})(?<=(?:${ENDING}|${CPIM})${BEHIND_KEY})`,
  'gi',
);

/** Between such a name and its value where neither has quotes: `name=client_secret value=…`, YAML's two lines. */
const BARE_NEXT = `["']?[,;&|\\s]{1,40}["']?${NAMED}["']?[ \\t]{0,20}`;

const BARE_NAMED_FORM = new RegExp(
  `(${NAME}["']?[ \\t]{0,20}[:=][ \\t]{0,20}["']?${PREFIX}(${KEYS})${BARE_NEXT}[:=][ \\t]{0,20}["']?)(${VALUE})`,
  'gi',
);

/** What parts the value from its key, behind such a name. */
const BARE_NAMED_HINT = new RegExp(
  `${NAMED}["']?[ \\t]{0,20}[:=](?<=(?:${KEYS})${BARE_NEXT}[:=])`,
  'gi',
);

/** `<Data Name="password">…</Data>`. */
const ELEMENT_FORM = new RegExp(
  `(\\bname=${QUOTE}${PREFIX}(${KEYS})${QUOTE}[ \\t]{0,9}>)([^<\\n]{4,8000})`,
  'gi',
);

const ELEMENT_HINT = new RegExp(`>(?<=(?:${ENDING}|${CPIM})${BEHIND_KEY}.)`, 'gi');

/** A secret as an argument of a command: `--password …`, `-ClientSecret …`. */
const ARGUMENT = new RegExp(
  `((?:^|\\s)--?${PREFIX}(${KEYS})[ \\t]{1,4}["']?)([^\\s"'-][^\\s"']{5,8000})`,
  'gim',
);

const ARGUMENT_HINT = /-(?=[a-z])(?<=(?:^|\s)-{1,2})/gim;

/**
 * What commands are given without a name that says so: `az login … -p …`, in one line or several, `curl -u user:…`,
 * `ConvertTo-SecureString "…"`, `"…" | ConvertTo-SecureString`.
 */
const COMMAND =
  /((?:\b(?:az|docker|podman|oras|helm registry) login\b(?:[^\n]|(?<=[\\`^]\r?)\n){0,400}?\s-p[ \t]{1,4}|\bcurl\b(?:[^\n]|(?<=[\\`^]\r?)\n){0,400}?\s(?:-u|--user)[ \t=]{1,2}["']?[^\s:"']{1,200}:|\bConvertTo-SecureString(?:[ \t]{1,4}-(?:String|AsPlainText|Force)){0,3}[ \t]{1,4}(?=["'])|(?=["'][^"'\n]{4,200}["'][ \t]{0,3}\|[ \t]{0,3}ConvertTo-SecureString\b))["']?)((?<="(?:[^\s:"']{1,200}:)?)[^"\n]{4,400}|(?<='(?:[^\s:"']{1,200}:)?)[^'\n]{4,400}|[^\s"']{4,400})/gi;
const COMMAND_HINT =
  /login\b(?<=\b(?:az|docker|podman|oras|helm registry) login)|curl\b(?<=\bcurl)|ConvertTo-SecureString\b/gi;

/** What a cell beside a key holds: no plain word, since methods of a sign-in have the names of keys, too. */
const CELL_VALUE = `(?![a-z]{1,15}(?:[\\s|<"']|$))[^\\s"'|<>]{6,8000}`;

/** A key and its value as the two cells of a row. Other tables have keys as headings. */
const ROW_FORM = new RegExp(
  `(^[ \\t|]{0,20}${PREFIX}(${KEYS})[ \\t]{0,40}[|\\t][ \\t]{0,40}["']?)(${CELL_VALUE})(?=["' \\t|]{0,40}\\r?$)`,
  'gim',
);
const ROW_HINT = new RegExp(`[|\\t](?<=${ENDING}[ \\t]{0,40}.)`, 'gi');

/** The same in HTML. */
const HTML_ROW_FORM = new RegExp(
  `(>\\s{0,9}${PREFIX}(${KEYS})\\s{0,9}</t[dh]>\\s{0,40}<t[dh](?: [^<>]{0,200})?>\\s{0,9})(${CELL_VALUE})`,
  'gi',
);
const HTML_ROW_HINT = new RegExp(`</t[dh]>(?<=${ENDING}\\s{0,9}<.{4})`, 'gi');

/** A value alone in the line below its key, as AD FS writes them. What ends in a colon is the next key. */
const BELOW_FORM = new RegExp(
  `((?:^|[^\\w-])${PREFIX}(${KEYS})[ \\t]{0,20}:[ \\t]{0,20}\\r?\\n[ \\t]{0,40})(\\S{6,8000}(?<!:))(?=[ \\t]{0,20}\\r?$)`,
  'gim',
);
const BELOW_HINT = new RegExp(`:(?=[ \\t]{0,20}\\r?\\n)(?<=${ENDING}[ \\t]{0,20}.)`, 'gi');

/** One sign of the name and password in an address. */
const OF_USER = `(?:[^\\s/?#"'<>%]|%(?!(?:25){0,3}(?:2F|3F|23|26)))`;

/**
 * A name with its password before the host of an address, or a token alone. Not the port of a host behind which another
 * parameter stands.
 */
const USER_INFO = new RegExp(
  `((?::|${ENCODED}3A)(?:/|${ENCODED}2F){2})(?![\\w.-]{1,200}(?::|${ENCODED}3A)\\d{1,5}[&,;\\\\|)\\]}%])((?:${OF_USER}{1,200}?(?::|${ENCODED}3A)${OF_USER}{1,400}|[\\w-]{20,400})(?:@|${ENCODED}40))`,
  'gi',
);
const USER_INFO_HINT = new RegExp(
  `(?:/|${ENCODED}2F){2}(?<=(?::|3A)(?:/|${ENCODED}2F){2})[^\\s/?#"'<>]{1,900}(?:@|${ENCODED}40)`,
  'gi',
);

/** All cookies of a request or a response, whatever their names. */
const COOKIES =
  /(\b(?:set-)?cookie["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?=[\w.-]{1,80}\\{0,4}=))((?:[^\n"'\\]|\\{1,4}=){6,16000})/gi;

/** The signature of an address that gives access by itself. */
const SIGNATURE = /((?<![\w-])sig(?:\\{0,4}=|%3D))([\w%+/=.~-]{16,400})/gi;

/**
 * What parts a key from its value: only lines with that are searched for keys. The sign that parts them is looked for
 * first, since engines find one sign of a few much faster than a letter of a key.
 */
const KEY_HINT = new RegExp(`[:=>%](?<=${ENDING}${BEHIND_KEY}.)`, 'gi');

/** The code of a redirect stands in an address or in a form's body only; elsewhere `code` is an error's. */
const CODE = new RegExp(
  `((?:[?&#]|${START})code(?:${ESCAPE}=|${EQUALS}))((?:[\\w.~-]|%(?!(?:25){0,3}26)){20,4000})`,
  'gi',
);

/** The same as the row of a form's body, in the form that the codes of Microsoft Entra ID have. */
const NAMED_CODE = new RegExp(
  `(${NAME}${BETWEEN}()code${QUOTE}[,;\\s]{1,40}${MAYBE_QUOTE}${NAMED}${BETWEEN})((?:[01]\\.A|M\\.[A-Z]\\d)[\\w.!*$~-]{8,4000})`,
  'gi',
);

/** A JSON web token wherever it stands: signature and all. */
const JWT = /()(\beyJ[\w-]{8,12000}\.[\w-]{8,40000}(?:\.[\w-]{0,4000}){0,3})/g;

/** `Authorization: Bearer …`, `Basic …`. */
const AUTHORIZATION = /(\b(?:Bearer|Basic)[ \t]{1,3})([\w.~+/=-]{16,20000})/g;

/** The form of client secrets that Microsoft Entra ID makes: 40 signs, `8Q~` in their front. */
const ENTRA_SECRET = /()((?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-]))/g;

/** The form of codes and refresh tokens of Microsoft Entra ID, wherever they stand. Shorter ones are ids of a session. */
const ENTRA_TOKEN = /()((?<![\w.~-])[01]\.A[\w.!*~-]{80,8000})/g;

/** A private key in PEM; its end may be cut off. */
const PRIVATE_KEY = /(-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----)([\w+/=\s:,\\-]{1,9000})/g;

/** Lines that may hold a secret, and the form of one in them, as what is kept, its key, and what is not kept. */
interface SecretForm {
  hint: RegExp;
  form: RegExp;
  /** Where a secret may stand in other lines than its hint. */
  spansLines?: boolean;
  /** What stands in place of it, if not the mask of all. */
  replacement?: string;
  kindOf: (key: string) => SecretKind;
}

/** All of them. A text is searched for a form only where its hint stands, so that each form has its hint. */
export const SECRET_FORMS: readonly SecretForm[] = [
  { hint: /cookie/gi, form: COOKIES, kindOf: () => 'cookie' },
  { hint: NAMED_HINT, form: NAMED_FORM, spansLines: true, kindOf: kindOfKey },
  { hint: NAMED_AFTER_HINT, form: NAMED_AFTER_FORM, spansLines: true, kindOf: kindOfKey },
  { hint: BARE_NAMED_HINT, form: BARE_NAMED_FORM, spansLines: true, kindOf: kindOfKey },
  { hint: ELEMENT_HINT, form: ELEMENT_FORM, kindOf: kindOfKey },
  { hint: /x-ms-cpim-/gi, form: keyedForm(CPIM), kindOf: kindOfKey },
  // Before the next one, which ends at a blank.
  { hint: QUOTED_HINT, form: QUOTED_FORM, kindOf: kindOfKey },
  { hint: KEY_HINT, form: keyedForm(KEYS), kindOf: kindOfKey },
  { hint: ARGUMENT_HINT, form: ARGUMENT, kindOf: kindOfKey },
  { hint: COMMAND_HINT, form: COMMAND, spansLines: true, kindOf: () => 'password' },
  { hint: ROW_HINT, form: ROW_FORM, kindOf: kindOfKey },
  { hint: HTML_ROW_HINT, form: HTML_ROW_FORM, kindOf: kindOfKey },
  { hint: BELOW_HINT, form: BELOW_FORM, spansLines: true, kindOf: kindOfKey },
  // Without a mask, it is the same address.
  { hint: USER_INFO_HINT, form: USER_INFO, replacement: '', kindOf: () => 'password' },
  { hint: /sig\\{0,4}[=%]/gi, form: SIGNATURE, kindOf: () => 'token' },
  {
    hint: /PRIVATE KEY-----/g,
    form: PRIVATE_KEY,
    spansLines: true,
    kindOf: () => 'private key',
  },
  { hint: /code\\{0,4}[=%]/gi, form: CODE, kindOf: () => 'authorization code' },
  {
    hint: /code\\{0,15}["'][,;\s]{1,40}\\{0,15}["']?val/gi,
    form: NAMED_CODE,
    spansLines: true,
    kindOf: () => 'authorization code',
  },
  { hint: /eyJ/g, form: JWT, kindOf: () => 'token' },
  { hint: /Bearer/g, form: AUTHORIZATION, kindOf: () => 'token' },
  { hint: /Basic/g, form: AUTHORIZATION, kindOf: () => 'password' },
  { hint: /[01]\.A(?=[\w.!*~-]{80})/g, form: ENTRA_TOKEN, kindOf: () => 'token' },
  { hint: /Q~/g, form: ENTRA_SECRET, kindOf: () => 'client secret' },
];

/** Values that are no secrets: words of a policy, masks, placeholders, our own mask, an error's text. */
const HARMLESS =
  /^(?:undefined|expired|required|invalid|incorrect|password|unbound|primary\w{0,20}|refresh\w{0,20}|\[?secret\]?)$|^(?:[<{$%*]|https?:|AADSTS\d|x{6})/i;

/** `unable to obtain access token: running Azure CLI`: what a sentence goes on with. No token is a word among others. */
const SENTENCE = /\w token: $/i;
const WORD = /^[A-Z]?[a-z]{2,14}$/;
const GOES_ON = /^ \p{L}{2,20}(?!\w)/u;

/**
 * Recognizes secrets in a text and takes them out, so that no reader meets one.
 *
 * @param text Any text; the time grows linearly.
 * @returns The text with as many lines as before, and what was taken out of which line.
 */
export function withoutSecrets(text: string): { text: string; secrets: Secret[] } {
  const secrets: Secret[] = [];
  let masked = text;
  for (const form of SECRET_FORMS) masked = withoutForm(masked, form, secrets);
  return { text: masked, secrets: secrets.sort((a, b) => a.line - b.line) };
}

/** Takes out the secrets of one form. Only lines with its hint are searched: most texts have few. */
function withoutForm(text: string, one: SecretForm, secrets: Secret[]): string {
  const { hint, form, spansLines } = one;
  const mask = masking(secrets, text, one);
  const parts: string[] = [];
  let end = 0;
  hint.lastIndex = 0;
  while (hint.test(text)) {
    const start = spansLines ? 0 : text.lastIndexOf('\n', hint.lastIndex - 1) + 1;
    const lineEnd = spansLines ? -1 : text.indexOf('\n', hint.lastIndex);
    const next = lineEnd < 0 ? text.length : lineEnd;
    hint.lastIndex = next;
    const line = text.slice(start, next);
    const masked = line.replace(form, mask(start));
    // A text without secrets is not copied.
    if (masked === line) continue;
    parts.push(text.slice(end, start), masked);
    end = next;
  }
  // Joined at once: a string that was added up is slow to walk through.
  return end ? [...parts, text.slice(end)].join('') : text;
}

/**
 * What `replace` does with each secret: notes its kind and line, and keeps what stands before it and its line feeds.
 *
 * @returns A function from the offset of the part that is searched to the replacer. Offsets have to ascend.
 */
function masking(secrets: Secret[], text: string, { kindOf, replacement = MASK }: SecretForm) {
  let line = 1;
  let counted = 0;
  return (from: number) =>
    (whole: string, ...groups: unknown[]): string => {
      const offset = groups.findIndex((one) => typeof one === 'number');
      const before = groups[0] as string;
      const secret = groups[offset - 1] as string;
      const place = groups[offset] as number;
      const behind = (groups[offset + 1] as string).slice(
        place + whole.length,
        place + whole.length + 22,
      );
      const isSaid = WORD.test(secret) && SENTENCE.test(before) && GOES_ON.test(behind);
      if (HARMLESS.test(secret) || isSaid) return whole;
      const at = from + place + before.length;
      for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++;
      secrets.push({ kind: kindOf(groups[1] as string), line });
      return before + replacement + '\n'.repeat(secret.split('\n').length - 1);
    };
}
