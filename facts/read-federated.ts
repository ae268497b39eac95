import type { Node } from 'jsonc-parser';
import type { Fact, FactRecord } from './fact';
import type { JsonRegion } from './json-regions';
import { itemsOf, keysOf, textOf, valueOf } from './json-values';
import { SIGN, type Line } from './lines';
import { makeFact } from './make-fact';
import type { LineOf } from './read-sign-in-json';
import { shownItems } from './shown-lists';
import { spanOfLines } from './span-of-lines';
import type { TakenLines } from './taken-lines';
import type { FactName } from './vocabulary';

/** Subjects of the workloads that Microsoft names: no other list of texts has these forms. */
const SUBJECT =
  /^(?:repo:[^\s:]{3,200}:|sc:\/\/|\/eid\d\/c\/pub\/|system:serviceaccount:|project_path:|organization:[^\s:]{1,100}:project:|spiffe:\/\/)[^\s]{0,400}$/;

/** An issuer of tokens has an address; that of a certificate has a name. */
const ISSUER = /^https:\/\/[^\s"'<>]{3,300}$/i;

/** The end of a value that a console cut. */
const CUT = /(?:\.{3}|…)$/;

/** What tells the list of an app from the metadata of an issuer, which have no subject. */
const KEYS = ['issuer', 'subject', 'audiences'] as const;

/** Longest text that is a subject, in UTF-16 units. */
const LONGEST = 600;

/** @returns Whether a text is the subject of a workload, by its form. */
export const isSubject = (text: string): boolean => text.length <= LONGEST && SUBJECT.test(text);

/**
 * Reads the federated credentials of an app or managed identity, whole or by their subjects alone, as the Azure CLI, Graph
 * and its PowerShell print them.
 *
 * @returns One record for all; none where the objects are something else.
 */
export function readFederated(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  const line = (offset: number) => lineOf(region.start + offset);
  const subjects = itemsOf(region.root);
  // Those without a subject first, so that what follows a subject is of the same credential.
  const found = region.records
    .filter(isCredential)
    .sort((a, b) => Number(hasSubject(a)) - Number(hasSubject(b)));
  const facts: Fact[] = [];
  let isWhole = !region.isCutOff && !valueOf(region.root, '@odata.nextLink');
  const add = (name: FactName, label: string, node: Node) => {
    const value = String(node.value ?? '');
    if (CUT.test(value)) isWhole = false;
    else if (value) facts.push(makeFact(name, label, value, { line: line(node.offset) }));
  };
  if (found.length)
    for (const credential of found) {
      // One with a matching expression in its place takes more than one subject.
      if (hasSubject(credential))
        add('app.federatedSubject', 'subject', valueOf(credential, 'subject')!);
      else isWhole = false;
      const issuer = valueOf(credential, 'issuer');
      if (issuer) add('app.federatedIssuer', 'issuer', issuer);
      const audiences = valueOf(credential, 'audiences');
      for (const item of audiences?.children ?? (audiences ? [audiences] : [])) {
        const shown = shownItems([String(item.value ?? '')]);
        isWhole &&= shown.isWhole;
        for (const one of shown.items)
          facts.push(
            makeFact('app.federatedAudience', 'audiences', one.replace(/^\{|\}$/g, ''), {
              line: line(item.offset),
            }),
          );
      }
    }
  else if (subjects.length && subjects.every(({ value }) => isSubject(String(value))))
    for (const item of subjects) add('app.federatedSubject', 'subject', item);
  return facts.length ? [listOf(facts, isWhole)] : [];
}

const hasSubject = (credential: Node): boolean => {
  const subject = valueOf(credential, 'subject');
  return subject?.type === 'string' && subject.value !== '';
};

function listOf(facts: Fact[], isWhole: boolean): FactRecord {
  const span = spanOfLines(facts.map(({ source }) => source.line));
  facts.push(
    makeFact('app.showsFederated', 'subject', isWhole ? 'YES' : 'NO', { line: span.from }),
  );
  return {
    kind: 'app',
    title: 'federated credentials',
    facts,
    codes: [],
    doubts: [],
    ...span,
  };
}

/** A command that lists the credentials of an app or managed identity. */
export const COMMAND =
  /\bfederated-credential\s{1,9}list\b|\bGet-(?:Mg|AzAD|Az|Entra)\w{0,60}Federated\w{0,40}Credential/i;

/** @returns Whether a line may be such a command: most lines lack its hyphen and its word. */
export const mayList = (line: Line): boolean => line.has(SIGN.hyphen) && MAY_LIST.test(line.text);

const MAY_LIST = /federated/i;

/** What leaves a part of the list out: the next program, a filter of the query, a number of them. */
const PART =
  /\|\s{0,5}(?:head|tail|grep|egrep|findstr|sls|where|\?|Select-String|Where-Object)(?![\w-])|\[\?|\[-?\d{0,3}:-?\d{0,3}\]|\[-?\d{1,3}\]|--max-items|\s-(?:First|Last|Skip|Top|Filter)\b/i;

/** @returns Whether a line is a command that lists a part of the credentials alone. */
export const listsAPart = (line: string): boolean =>
  MAY_LIST.test(line) && COMMAND.test(line) && PART.test(line);

/** What stands below the last subject where no other one follows: nothing, or words. A single one may be a subject, too. */
const BEHIND = /^\s{0,40}(?:$|(?!-{2}|\.{2}|…)\S{1,200} )/;

/** What a line holds that is a subject and nothing else, or the cells of `-o tsv`. */
const MOST_CELLS = 8;

/**
 * Reads subjects that a command printed without a head, one in each line: `--query "[].subject" -o tsv`.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readFederatedLines(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (!mayList(line) || !COMMAND.test(line.text)) continue;
    const facts: Fact[] = [];
    for (at++; at < lines.length && !lines[at]!.text.trim(); at++);
    for (; at < lines.length; at++) {
      const { text, number } = lines[at]!;
      const cells = text.split('\t', MOST_CELLS).map((cell) => cell.trim());
      const subject = cells.find(isSubject);
      if (!subject || taken.has(at)) break;
      taken.add(at);
      facts.push(makeFact('app.federatedSubject', 'subject', subject, { line: number }));
    }
    const behind = lines[at]?.text ?? '';
    at--;
    if (facts.length) records.push(listOf(facts, BEHIND.test(behind)));
  }
  return records;
}

/** @returns Whether the heads of a table are those of such a list; a subject alone is one of a mail, too. */
export function isFederatedHead(headings: readonly string[]): boolean {
  const heads = new Set(headings.map((heading) => heading.trim().toLowerCase()));
  return heads.has('subject') && ['name', 'issuer', 'audiences'].some((head) => heads.has(head));
}

function isCredential(node: Node): boolean {
  const keys = keysOf(node);
  // Claims, and what a server says of itself, have other keys beside these.
  if (keys.has('jwks_uri') || keys.has('thumbprint') || keys.has('serialnumber')) return false;
  const issuer = textOf(node, 'issuer');
  const subject = textOf(node, 'subject');
  if (issuer !== undefined && !ISSUER.test(issuer)) return false;
  if (subject !== undefined && isSubject(subject)) return true;
  const told = KEYS.filter((key) => keys.has(key)).length;
  return issuer !== undefined && told > 1 && (keys.has('audiences') || keys.has('name'));
}
