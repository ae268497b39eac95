import type { Fact, FactRecord } from './fact';
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
    [
      name,
      new RegExp(
        `^[\\s>*|-]{0,20}((?:${labels})${BRACKETS})${BETWEEN}["'\`]?([^\\s"'\`|<>]{3,400})`,
        'i',
      ),
    ] as const,
);

/** What any of them has. */
const HINT = /entit|reply url|antwort-url|antwoord-url|url d[ei] r/i;

/** An identifier and a reply URL have a scheme, or a dot. */
const VALUE = /^[a-z][\w+.-]{1,30}:\S|^[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}/i;

/**
 * Adds what the registration of a SAML app says, noted below its request: its identifiers and reply URLs.
 *
 * @param records Records of a text; one of the app is added where one of them is a SAML request.
 * @param raw Lines of the text as they are.
 */
export function addSamlSettings(records: FactRecord[], raw: readonly Line[]): void {
  if (!records.some(({ facts }) => facts.some(({ name }) => name === 'saml.issuer'))) return;
  const facts: Fact[] = [];
  for (const { text, number } of raw) {
    if (text.length > 600 || !HINT.test(text)) continue;
    for (const [name, row] of ROWS) {
      const [, label, value] = row.exec(text) ?? [];
      if (label && VALUE.test(value!)) facts.push(makeFact(name, label, value!, { line: number }));
    }
  }
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
