import type { FactRecord } from './fact';
import type { Line } from './lines';
import { makeFact } from './make-fact';
import { spanOfLines } from './span-of-lines';
import type { FactName } from './vocabulary';

/** Rows of the portal's basic SAML configuration; the words in brackets are left out or cut short by those who note them. */
const LABELS: readonly (readonly [FactName, string])[] = [
  [
    'app.identifierUri',
    'identifier(?= ?\\(entity)|entity ?id|bezeichner(?= ?\\(entit)|identificateur(?= ?\\(id)|identificador(?= ?\\(id)|identificatore(?= ?\\(id)',
  ],
  [
    'app.redirectUri',
    'reply url|antwort-url|url de r[ée]ponse|url de respuesta|url di risposta|url de resposta|antwoord-url',
  ],
];

const BRACKETS = '(?: ?\\([^()\\n]{1,60}\\))?';
const BETWEEN = '(?:\\s{0,20}[:=|\\t]\\s{0,20}|\\s{2,40})';

const ROWS = LABELS.map(
  ([name, labels]) =>
    [name, new RegExp(`^[\\s>*|-]{0,20}((?:${labels})${BRACKETS})${BETWEEN}(?=\\S)`, 'i')] as const,
);

/** What any of them has. */
const HINT = /enti[td]|reply url|antwort-url|antwoord-url|url d[ei] r/i;

/** An identifier and a reply URL have a scheme, or a dot. */
const VALUE = /^[a-z][\w+.-]{1,30}:\S|^[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}/i;
const WITH_SCHEME = /^(?:https?:\/\/|urn:)\S/i;

/** A value may be one of some, in its line or below it. */
const BETWEEN_VALUES = /[\s,;|"'`<>]+/;
const ALONE =
  /^[\s>*|-]{0,20}["'`]?((?:https?:\/\/|urn:)[^\s"'`|<>]{3,400})["'`,;|\s]{0,9}(?:\([^()]{1,40}\))?[\s|]{0,9}$/i;

/** The identifier of a tenant or another identity provider, which an app's own settings name as that of the other side. */
const OF_PROVIDER =
  /^https?:\/\/(?:sts\.windows\.net\/|login\.microsoftonline\.\w{2,3}\/|www\.okta\.com\/|accounts\.google\.com\/o\/saml2|app\.onelogin\.com\/saml|portal\.sso\.[\w-]{1,30}\.amazonaws\.com\/|[^\s/]{1,100}\/adfs\/services\/trust)|^urn:[\w.-]{1,60}\.auth0\.com$/i;

/** A value that was cut short or masked can be compared with nothing. */
const CUT = /(?:…|\.{3})$|\[secret\]/;

/** A longer line is no row. */
const LONGEST = 600;

/**
 * Adds what the registration of a SAML app says, noted below its request: its identifiers and reply URLs.
 *
 * @param records Records of a text; one of the app is added where one of them is a SAML request.
 * @param raw Lines of the text as they are.
 */
export function addSamlSettings(records: FactRecord[], raw: readonly Line[]): void {
  if (!records.some(({ facts }) => facts.some(({ name }) => name === 'saml.issuer'))) return;
  const rows = settingsIn(raw);
  const cut = new Set(rows.filter(({ value }) => CUT.test(value)).map(({ name }) => name));
  const facts = rows
    .filter(({ name }) => !cut.has(name))
    .map(({ name, label, value, line }) => makeFact(name, label, value, { line }));
  if (!facts.some(({ name }) => name === 'app.identifierUri')) return;
  records.push({
    kind: 'app',
    title: 'SAML settings of an app',
    facts,
    codes: [],
    doubts: [],
    ...spanOfLines(facts.map(({ source }) => source.line)),
  });
  records.sort((a, b) => a.from - b.from);
}

interface Setting {
  name: FactName;
  label: string;
  value: string;
  line: number;
}

/** The rows with their values, and the values that stand below them. */
function settingsIn(raw: readonly Line[]): Setting[] {
  const settings: Setting[] = [];
  let open: { name: FactName; label: string } | undefined;
  for (const { text, number } of raw) {
    if (text.length > LONGEST) {
      open = undefined;
      continue;
    }
    const alone = open && ALONE.exec(text)?.[1];
    if (open && alone) {
      settings.push({ ...open, value: plain(alone), line: number });
      continue;
    }
    open = undefined;
    if (!HINT.test(text)) continue;
    for (const [name, row] of ROWS) {
      const [head, label] = row.exec(text) ?? [];
      if (!head || !label) continue;
      const values = valuesIn(text.slice(head.length));
      if (values.length) open = { name, label };
      for (const value of values) settings.push({ name, label, value, line: number });
    }
  }
  return settings.filter(({ value }) => !OF_PROVIDER.test(value));
}

/** The values behind a label, up to the first word that is none. */
function valuesIn(text: string): string[] {
  const parts = text.split(BETWEEN_VALUES).filter(Boolean);
  const end = parts.findIndex((part, at) => !(at ? WITH_SCHEME : VALUE).test(part));
  return (end < 0 ? parts : parts.slice(0, end)).map(plain);
}

/** Without the signs of a sentence; an ellipsis stays. */
const plain = (value: string): string =>
  CUT.test(value) ? value : value.replace(/[.,;)]{1,3}$/, '');
