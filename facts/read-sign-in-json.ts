import type { Node } from 'jsonc-parser';
import { codeFromLabeledValue } from '../detection/labels';
import { listedProperties } from './audit-properties';
import type { FactRecord } from './fact';
import type { JsonRegion } from './json-regions';
import { parseJson } from './json-text';
import { itemsOf, keysOf, leavesOf, textOf, valueOf } from './json-values';
import { movedTo } from './line-objects';
import { countOf, logRecord } from './log-record';
import { parseObject } from './object-notation';
import { valueInAnyLanguage } from './sign-in-labels';
import { keyInRecord } from './nested-keys';
import { isNoCode, SignIn } from './sign-in-record';
import { plainKey, signInFactOfKey } from './sign-in-keys';
import { pathOfObject, SIGN_IN_PATHS } from './sign-in-paths';
import type { SignInFactName } from './sign-in-vocabulary';
import { GUID, isClientApp, STATUS_TYPE, TYPE_NAME, USER_NAME } from './value-forms';

/** Turns an offset in the text into its line, from 1. */
export type LineOf = (offset: number) => number;

/** Most sign-ins of one export whose facts are kept; the others are counted. */
export const MOST_SIGN_INS = 1000;

/**
 * Reads sign-ins from JSON: Graph's signIn, one or many, the portal's download, PowerShell's and Azure Monitor's forms.
 *
 * @param region The JSON.
 * @param lineOf Line of an offset in the whole text.
 * @returns A record of the export and one for each sign-in; none where the JSON is something else.
 */
export function readSignInJson(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  const lacksBeginning = region.lacksBeginning === true;
  const nodes = region.records
    .map(opened)
    .filter((node, at) => (lacksBeginning && at === 0) || isSignIn(node));
  if (!nodes.length) return [];
  const isOne = region.records.length === 1 && region.root === region.records[0];
  const line = (offset: number) => lineOf(region.start + offset);
  const signIns = nodes.map((node) => signInOf(node, line));
  const title = lacksBeginning
    ? 'rest of a sign-in'
    : titleOf(region, isOne ? nodes[0]! : region.root, nodes[0]!);
  const from = lineOf(region.start);
  const to = lineOf(Math.max(region.start, region.end - 1));
  const isWhole = !region.isCutOff;
  const records = signIns.slice(0, MOST_SIGN_INS).map((signIn, at) => {
    const { offset, length } = nodes[at]!;
    const isCut = lacksBeginning && at === 0;
    const isLast = at === nodes.length - 1;
    return signIn.record(
      title,
      line(offset),
      line(offset + length - 1),
      isCut || (isLast && !isWhole),
    );
  });
  if (title === DEVICE_OF_SIGN_IN || (lacksBeginning && nodes.length === 1)) return records;
  const counts = { 'log.variant': title, ...countOf(signIns, !isWhole) };
  return [logRecord(title, counts, from, to, !isWhole), ...records];
}

/** Values of a sign-in that are objects, which Log Analytics and forwarders write as text. */
const isObject = (key: string) => pathOfObject(key) !== undefined;

/** Whether they write the whole record so. */
const isRecord = (key: string) => key === 'properties';

/** The record with such texts as what they say; itself where it has none. */
function opened(node: Node): Node {
  const whole = openedAt(node, isRecord);
  return withoutLists(openedAt(whole !== node && isSignIn(whole) ? whole : node, isObject));
}

/** The record with the only items of its lists in their place, where one value belongs: alerts list what they group by. */
function withoutLists(node: Node): Node {
  if (node.type !== 'object') return node;
  let isChanged = false;
  const children = (node.children ?? []).map((member) => {
    const [key, list] = member.children ?? [];
    const only = key && list?.type === 'array' && list.children?.length === 1 && list.children[0];
    if (!only || only.children || !SIGN_IN_PATHS.has(String(key.value).toLowerCase()))
      return member;
    isChanged = true;
    return { ...member, children: [key, only] };
  });
  return isChanged ? { ...node, children } : node;
}

/** A record with the texts of some keys as what they say. */
function openedAt(node: Node, isWanted: (key: string) => boolean): Node {
  if (node.type !== 'object') return node;
  let isChanged = false;
  const children = (node.children ?? []).map((member) => {
    const [key, value] = member.children ?? [];
    if (!key || value?.type !== 'string') return member;
    const text = String(value.value);
    if (!JSON_START.test(text) || text.length > LONGEST_CELL) return member;
    const isOne = isWanted(String(key.value).toLowerCase());
    const root = isOne
      ? text.includes('@{')
        ? parseObject(text).root
        : parseJson(text)
      : undefined;
    if (!root?.children) return member;
    isChanged = true;
    return { ...member, children: [key, movedTo(root, value.offset, value.length)] };
  });
  return isChanged ? { ...node, children } : node;
}

/** JSON, or an object of PowerShell: `@{ErrorCode=50126; FailureReason=…}`. */
const JSON_START = /^\s{0,9}(?:[[{]|@\{)/;

/** Azure Monitor keeps the record under `properties`. */
function innerOf(node: Node): Node {
  const inner = valueOf(node, 'properties');
  return inner?.type === 'object' ? inner : node;
}

function isSignIn(node: Node): boolean {
  return isGraphs(node) || isRow(innerOf(node)) || deviceOf(node) !== undefined;
}

/** Keys of the device of a sign-in, beside its browser, which no device of the directory has. */
const OF_DEVICE = [
  'deviceid',
  'displayname',
  'operatingsystem',
  'iscompliant',
  'ismanaged',
  'trusttype',
];
const LEAST_OF_DEVICE = 4;

/** The device of a sign-in, where an object is it or holds it: all that somebody selected of the record. */
function deviceOf(node: Node): Node | undefined {
  const held = valueOf(node, 'deviceDetail');
  const device = held?.type === 'object' ? held : node;
  const keys = keysOf(device);
  const id = textOf(device, 'deviceId');
  const isDevice =
    keys.has('browser') &&
    (!id || GUID.test(id)) &&
    OF_DEVICE.filter((key) => keys.has(key)).length >= LEAST_OF_DEVICE;
  return isDevice ? device : undefined;
}

/** A name of a program's code, `user.upn`, where a value stands in data. Apps are called `Salesforce.com`. */
const NAME_IN_CODE = /^(?!.*\.(?:com|net|org|io|cloud)$)[a-z_$][\w$]*(?:\??\.[a-z_$][\w$]*)+$/i;

/** Whether it has the keys of Graph's or Azure Monitor's record. */
function isGraphs(node: Node): boolean {
  const inner = innerOf(node);
  const code = textOf(inner, 'status', 'errorCode');
  const result = textOf(node, 'resultType');
  const hasCode =
    (code !== undefined && !NAME_IN_CODE.test(code)) ||
    (result !== undefined && (codeFromLabeledValue(result) !== undefined || isNoCode(result)));
  if (!hasCode || (code === undefined && isOfOtherLog(node))) return false;
  const keys = keysOf(inner);
  return [
    'appid',
    'userprincipalname',
    'serviceprincipalid',
    'createddatetime',
    'correlationid',
  ].some((key) => keys.has(key));
}

/** Whether Azure Monitor says that it keeps the record in another log than one of sign-ins. */
function isOfOtherLog(node: Node): boolean {
  const category = textOf(node, 'category');
  return !!category && !/sign-?in/i.test(category);
}

/** Facts that a sign-in has, and few other records. */
const OF_SIGN_INS: ReadonlySet<string> = new Set<SignInFactName>([
  'signIn.user',
  'signIn.app',
  'signIn.appId',
  'signIn.resource',
  'signIn.servicePrincipalName',
  'signIn.clientApp',
  'signIn.conditionalAccess',
  'signIn.correlationId',
  'signIn.requestId',
  'signIn.trustType',
  'signIn.authenticationRequirement',
  'signIn.failureReason',
]);

/** Keys by which logs of other products have them, too. */
const COMMON: ReadonlySet<string> = new Set(
  'id user username upn app appname application applicationname clientid email resource correlationid requestid failurereason errordescription'.split(
    ' ',
  ),
);

/** Whether the value of one of them looks as it does in the log. */
function hasItsForm(name: SignInFactName, text: string): boolean {
  switch (name) {
    case 'signIn.clientApp':
      return isClientApp(text);
    case 'signIn.user':
      return USER_NAME.test(text);
    case 'signIn.appId':
    case 'signIn.correlationId':
    case 'signIn.requestId':
      return GUID.test(text);
    default:
      return true;
  }
}

/**
 * @param key The key as it stands.
 * @returns Whether a fact stands under a key that few other logs have, in the form that it has in the log.
 */
export function hasTellingKey(name: SignInFactName, key: string, text: string): boolean {
  return (
    OF_SIGN_INS.has(name) &&
    !COMMON.has(plainKey(keyInRecord(key) ?? key)) &&
    hasItsForm(name, text)
  );
}

/** How many of them a row needs. An error in the log of an app has the id of its request. */
const LEAST_TELLING = 2;

/** Facts beside the code that make a sign-in of a row, and beside how it ended where it has no code. */
const LEAST_FACTS = 3;
const LEAST_WITHOUT_CODE = 5;

/** Whether a cell says how a sign-in ended, in the portal's words of any language. */
const isOutcome = (text: string) =>
  /^(?:success|failure|interrupted)$/i.test(valueInAnyLanguage('signIn.status', text) ?? text);

/** Whether an object is a row of a list or table of sign-ins, with its values beside each other. */
function isRow(node: Node): boolean {
  const names = new Set<SignInFactName>();
  const telling = new Set<SignInFactName>();
  let hasCode = false;
  let hasEnded = false;
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    const label = String(key?.value);
    const name = value && !value.children && signInFactOfKey(label);
    if (!name) continue;
    const text = String(value.value).trim();
    if (name === 'signIn.errorCode') {
      if (codeFromLabeledValue(text)) hasCode = true;
      continue;
    }
    if (NAME_IN_CODE.test(text)) continue;
    if (name === 'signIn.status' && isOutcome(text)) hasEnded = true;
    names.add(name);
    if (hasTellingKey(name, label, text)) telling.add(name);
  }
  const least = hasCode ? LEAST_FACTS : hasEnded ? LEAST_WITHOUT_CODE : Infinity;
  return names.size >= least && telling.size >= LEAST_TELLING;
}

/** What stands beside `properties`, and counts where they lack it: Azure Monitor's keys, and those that forwarders add. */
const BESIDE_PROPERTIES = [
  'resultType',
  'time',
  'callerIpAddress',
  'correlationId',
  'userPrincipalName',
  'appDisplayName',
  'appId',
];

function signInOf(node: Node, line: LineOf): SignIn {
  const signIn = new SignIn();
  const inner = innerOf(node);
  addLeaves(signIn, inner, line, deviceOf(node) === node ? 'devicedetail' : '');
  if (inner !== node)
    for (const key of BESIDE_PROPERTIES) {
      const value = valueOf(node, key);
      const name = SIGN_IN_PATHS.get(key.toLowerCase());
      if (value && name && signIn.valueOf(name) === undefined)
        signIn.add(name, key, String(value.value), { line: line(value.offset), cell: key });
    }
  addPolicies(signIn, valueOf(inner, 'appliedConditionalAccessPolicies'), line);
  for (const { name, label, value, offset } of listedProperties(inner))
    signIn.add(name, label, value, { line: line(offset), cell: label });
  // Where Log Analytics has another name for what Graph has.
  for (const { children } of inner.children ?? []) {
    const [key, value] = children ?? [];
    const name = String(key?.value).toLowerCase();
    const path = pathOfObject(name);
    if (path && path !== name && value?.children) addNode(signIn, value, path, line);
  }
  return signIn;
}

/** A longer cell is no JSON of a sign-in. */
const LONGEST_CELL = 100_000;

/**
 * Adds what a cell of JSON holds.
 *
 * @param path The path that the cell has in Graph's record.
 * @param line Where the cell stands.
 */
export function addJsonCell(signIn: SignIn, cell: string, path: string, line: number): void {
  if (cell.length > LONGEST_CELL) return;
  const node = parseJson(cell);
  if (node) addNode(signIn, node, path, () => line);
}

/** Adds what stands under a path of Graph's record. */
function addNode(signIn: SignIn, node: Node, path: string, line: LineOf): void {
  if (path === 'appliedconditionalaccesspolicies') addPolicies(signIn, node, line);
  else addLeaves(signIn, node, line, path);
}

/** Adds all values of a node that the vocabulary has; `prefix` is the path that the node itself has. */
function addLeaves(signIn: SignIn, node: Node, line: LineOf, prefix = ''): void {
  for (const { path, key, text, offset } of leavesOf(node)) {
    const whole = path && prefix ? joined(prefix, path) : path || prefix;
    const found = SIGN_IN_PATHS.get(whole) ?? (prefix ? undefined : factOfColumn(path, key));
    // The audit log of Microsoft 365 has the name of the user there.
    const name = found === 'signIn.userId' && USER_NAME.test(text) ? 'signIn.user' : found;
    if (STATUS_TYPE.test(text))
      signIn.add('signIn.statusType', key, text, { line: line(offset), cell: whole });
    if (name && !TYPE_NAME.test(text))
      signIn.add(name, key, text, { line: line(offset), cell: whole });
  }
}

/** What stands beside the other values may be named as a column is. */
function factOfColumn(path: string, key: string): SignInFactName | undefined {
  const isBeside = path === key.toLowerCase() || !/[.[]/.test(path);
  return isBeside ? signInFactOfKey(key) : undefined;
}

const joined = (prefix: string, path: string) =>
  path.startsWith('[') ? prefix + path : `${prefix}.${path}`;

/** Names each policy with its result; those that failed, and what they asked for, are facts of their own. */
export function addPolicies(signIn: SignIn, list: Node | undefined, line: LineOf): void {
  for (const policy of itemsOf(list)) {
    const name = textOf(policy, 'displayName') ?? textOf(policy, 'id') ?? '';
    const result = textOf(policy, 'result') ?? '';
    const controls = itemsOf(valueOf(policy, 'enforcedGrantControls')).map(({ value }) =>
      String(value),
    );
    const source = { line: line(policy.offset), cell: 'appliedConditionalAccessPolicies' };
    signIn.add('signIn.policy', name, [result, ...controls].join(', '), source);
    if (/^reportOnly/i.test(result)) signIn.add('signIn.reportOnlyPolicy', result, name, source);
    if (result.toLowerCase() !== 'failure') continue;
    signIn.add('signIn.failedPolicy', 'failure', name, source);
    for (const control of controls) signIn.add('signIn.failedControl', name, control, source);
  }
}

/** What a record is of which no more than its device is known. */
export const DEVICE_OF_SIGN_IN = 'device of a sign-in';

const ROWS = 'rows of sign-ins';

/** Fields that only the beta endpoint had when it was recorded. */
const BETA = ['authenticationprotocol', 'authenticationdetails', 'signineventtypes', 'useragent'];

/** Which form of the record it is. */
function titleOf({ isOfLines }: JsonRegion, root: Node, first: Node): string {
  const category = textOf(first, 'category');
  if (category) return category;
  const keys = keysOf(first);
  const types = itemsOf(valueOf(first, 'signInEventTypes')).map(({ value }) => String(value));
  if (types.some((type) => /servicePrincipal|managedIdentity/.test(type))) return types[0]!;
  if (keyIsPascal(first)) return 'Get-MgAuditLogSignIn';
  if (!isGraphs(first)) return deviceOf(first) ? DEVICE_OF_SIGN_IN : ROWS;
  if (root.type === 'array') return isOfLines ? ROWS : 'portal download, bare array';
  const version = BETA.some((key) => keys.has(key)) ? 'beta' : 'v1.0';
  return `Graph ${version} ${root === first ? 'record' : 'list'}`;
}

function keyIsPascal({ children }: Node): boolean {
  return (children ?? []).some(({ children: pair }) => pair?.[0]?.value === 'CreatedDateTime');
}
