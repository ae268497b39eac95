import type { Node } from 'jsonc-parser';
import { append } from './append';
import { mayBeAppId } from './app-ids';
import type { FactRecord } from './fact';
import type { JsonRegion } from './json-regions';
import { leavesOf, textOf, valueOf } from './json-values';
import { makeFact } from './make-fact';
import { formsOf } from './request-forms';
import { readSamlRequest, readSamlXml } from './saml-request';
import type { LineOf } from './read-sign-in-json';
import type { FactName } from './vocabulary';

/**
 * An address of the sign-in service's endpoints, with a query; in the first line of a request of HTTP its path, whose first
 * part no other service has.
 */
const ADDRESS =
  /(?:https:\/\/(?:login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|microsoft\.com|windows\.net)|sts\.windows\.net|[\w-]{1,60}\.ciamlogin\.com)\/|\/(?<=\b(?:GET|POST) \/)(?=(?:common|organizations|consumers|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?:[\w-]{1,63}\.){1,4}[a-z]{2,24})\/))([\w.-]{1,120})\/(oauth2\/(?:v2\.0\/)?(?:authorize|token|devicecode|logout)|(?:v2\.0\/)?adminconsent|saml2|wsfed)\b([?#][^\s"'<>\\]{1,30000})?/gi;

/** An address within another one, as the links of mail filters hold it. */
const ENCODED = /https%3A%2F%2F(?:login|sts)[\w.-]{4,60}%2F[\w.%~+-]{20,20000}/gi;

/** What makes such a text a request. */
const ASKS = /(?:grant_type|response_type|SAMLRequest)=[^&\s"'`]/;
const ASKS_IN_QUOTES = /-(?:d|F|-data[a-z-]{0,12}|-form)[ \t=]{1,4}(?:grant|response)_type=["']/;

/** A part of each request that stands without its address: most texts have none, and are searched once. */
const MAY_ASK = /grant_type|response_type|SAMLRequest|AuthnRequest/;

/** The body as a program writes it: PowerShell's `@{ … }`, a dictionary, JSON. */
const BODY = /\{[^{}]{0,4000}?\bgrant_type\b["']?\s{0,40}[:=][^{}]{1,4000}\}/g;
const BODY_ROW = /["']?\b([\w.-]{2,40})["']?\s{0,40}[:=]\s{0,9}["']?([^"'\r\n,;}]{0,4000})/g;

const RELAY_STATE = 'RelayState';

const PARAMETERS: Readonly<Record<string, FactName>> = Object.assign(Object.create(null), {
  client_id: 'request.clientId',
  redirect_uri: 'request.redirectUri',
  post_logout_redirect_uri: 'request.redirectUri',
  response_type: 'request.responseType',
  response_mode: 'request.responseMode',
  grant_type: 'request.grantType',
  scope: 'request.scope',
  resource: 'request.resource',
  prompt: 'request.prompt',
  domain_hint: 'request.domainHint',
  login_hint: 'request.loginHint',
  claims: 'request.claims',
  code_challenge_method: 'request.codeChallengeMethod',
  [RELAY_STATE]: 'saml.relayState',
});

/**
 * The place in an app that runs in one page: two words at most, and none behind one that announces what is handed to the
 * app. What is no word may be a key.
 */
const PLACE =
  /^#!?(?:\/(?![a-z-]{0,15}(?:reset|invit|token|verif|confirm|activat|password|unlock|magic|code))[a-z-]{1,15}(?=[/?]|$))?(?:\/[a-z-]{1,15}(?=[/?]|$))?/;

/**
 * What an app gets back belongs to it: of its state only the address is told, and none of what is handed to it. An app
 * that runs in one page has its places behind `#/`.
 */
const addressOf = (state: string) =>
  state.replace(
    /(?:[?#]|%(?:25){0,3}(?:3F|23)).*/is,
    (handed) => /^#!?\/.*/.exec(PLACE.exec(handed)?.[0] ?? '')?.[0] ?? '',
  );

/**
 * Reads requests to the sign-in service: the address of the sign-in page, pasted `/authorize` and `/token` requests,
 * SAML requests.
 *
 * @param text Any text from which secrets were taken out.
 * @param lineOf Line of an offset in it.
 */
export function readRequests(text: string, lineOf: LineOf): FactRecord[] {
  const { records, spans } = addressesIn(text, lineOf);
  for (const match of text.matchAll(ENCODED)) {
    const [found] = addressesIn(decodedOnce(match[0]), () => lineOf(match.index)).records;
    if (found) records.push(found);
  }
  if (!MAY_ASK.test(text)) return records;
  for (const body of text.includes('grant_type') ? text.matchAll(BODY) : [])
    records.push(requestOf(lineOf(body.index), queryOf(body[0])));
  append(records, samlRequestsOf(text, lineOf));
  if (!ASKS.test(text) && !ASKS_IN_QUOTES.test(text)) return records;
  let next = 0;
  for (const { query, start } of formsOf(text)) {
    while (next < spans.length && spans[next]!.end <= start) next++;
    const isOfAddress = next < spans.length && spans[next]!.start <= start;
    if (!isOfAddress && ASKS.test(query)) records.push(requestOf(lineOf(start), query));
  }
  return records;
}

/** The requests whose whole address stands in a text, and where each stands: offsets of its start and behind its end. */
function addressesIn(
  text: string,
  lineOf: LineOf,
): { records: FactRecord[]; spans: { start: number; end: number }[] } {
  const records: FactRecord[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const [whole, tenant = '', endpoint = '', start = ''] = match;
    const end = match.index + whole.length;
    const rest = start ? brokenOff(text, end) : '';
    const query = start + rest.replace(BREAK, '');
    // An endpoint alone, as dsregcmd and logs print it, asks for nothing.
    if (query.length < 2 || (whole.startsWith('/') && isOfOther(text, end))) continue;
    records.push(requestOf(lineOf(match.index), query.slice(1), endpoint.toLowerCase(), tenant));
    spans.push({ start: match.index, end: end + rest.length });
  }
  return { records, spans };
}

/** How far down the headers of a request are looked at, in UTF-16 units, where they end, and the one of its host. */
const HEADERS = 1500;
const HEADERS_END = /\n[> \t]{0,9}\r?\n/;
const HOST = /\n[> \t]{0,9}Host:[ \t]{0,9}([\w.-]{1,200})/i;

const OF_SERVICE =
  /^(?:login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|microsoft\.com|windows\.net)|sts\.windows\.net|[\w-]{1,60}\.ciamlogin\.com)$/i;

/** Whether the headers below a path name the host of another service. */
function isOfOther(text: string, end: number): boolean {
  const [headers = ''] = text.slice(end, end + HEADERS).split(HEADERS_END, 1);
  const host = HOST.exec(headers)?.[1];
  return host !== undefined && !OF_SERVICE.test(host);
}

/** Parameters without which a list of names and values is no request. */
const TELLING = ['grant_type', 'response_type', 'redirect_uri', 'SAMLRequest'];

/**
 * Reads the parameters of a request that stand as a list of names and values, as browsers record them.
 *
 * @returns One record for each list; none where the JSON is something else.
 */
export function readRequestJson(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  return region.records.flatMap((node) => {
    if (!TELLING.some((key) => valueOf(node, key)) || !isOfService(node)) return [];
    const rows = leavesOf(node).map(({ key, text }) => [key, decodedOnce(text)]);
    return [requestOf(lineOf(region.start + node.offset), new URLSearchParams(rows).toString())];
  });
}

/** What is asked for of the service, and of no other. */
const SCOPE =
  /\.default\b|\bapi:\/\/|\bhttps?:\/\/(?:graph|management)\.(?:microsoft|azure)\.com\b/i;

/** Whether the parameters are those of a request to the sign-in service. Others have the same names, and ids of another form. */
function isOfService(node: Node): boolean {
  if (valueOf(node, 'SAMLRequest')) return true;
  const client = textOf(node, 'client_id');
  if (!client) return false;
  if (mayBeAppId(client)) return true;
  return leavesOf(node).some(
    ({ key, text }) => /^(?:scope|resource)$/i.test(key) && SCOPE.test(decodedOnce(text)),
  );
}

/** A value that a recording keeps as it was sent; what was cut off within a sign is left out. */
function decodedOnce(value: string): string {
  if (!/%[\da-f]{2}/i.test(value)) return value;
  return value.replace(/%[\da-f]?$/i, '').replace(/(?:%[\da-f]{2}){1,2000}/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs;
    }
  });
}

/** Mail programs break a long address anywhere, and quote each of its lines. */
const BREAK = /[ \t]{0,4}\r?\n(?:[ \t]{0,4}>){0,6}[ \t]{0,4}/g;
const NEXT_PART =
  /(?:[ \t]{0,4}\r?\n(?:[ \t]{0,4}>){0,6}[ \t]{0,4}[\w.~%&=+-]{1,400}(?=[ \t]{0,4}(?:\r?\n|$))){1,60}/y;

/** A shorter line was not broken by its length. */
const LEAST_BROKEN = 60;

/** The rest of an address that goes on in the next lines. */
function brokenOff(text: string, end: number): string {
  // Only so far back: the line may be the whole text.
  const before = text.slice(Math.max(0, end - LEAST_BROKEN + 1), end);
  if (before.length < LEAST_BROKEN - 1 || before.includes('\n')) return '';
  NEXT_PART.lastIndex = end;
  const rest = NEXT_PART.exec(text)?.[0] ?? '';
  // A word in the next line is a text of its own.
  return /[&=%]/.test(rest) ? rest : '';
}

/** The request of a form, or of the tab of a browser's tool. */
const SAML_FIELD =
  /SAMLRequest["']?(?:\s{1,9}value\s?=|\s{0,9}[:\t])\s{0,9}["']?([\w+/=%-]{40,30000})/g;
const RELAY_FIELD =
  /RelayState["']?(?:\s{1,9}value\s?=|\s{0,9}[:\t])\s{0,9}["']?([^\s"'<>&]{1,1000})/;

/** Where what was sent with a request ends: at a blank line, a rule, another request. */
const SENT_END = /\n[ \t]{0,9}\r?\n|\n[ \t]{0,9}[-=_*]{3}|SAMLRequest/;

/** How far behind a request the state stands that is sent with it, in UTF-16 units. */
const LONGEST_BETWEEN = 1500;

const SAML_START = /<(?:\w{1,20}:)?AuthnRequest\b/g;
const SAML_END = /<\/(?:\w{1,20}:)?AuthnRequest>|\n[ \t]{0,9}\n/g;

/** Longest request in XML, in UTF-16 units; a shorter one than the other names nothing. */
const SHORTEST_XML = 20;
const LONGEST_XML = 8000;

/** Requests in XML, up to the end of the element, of the paragraph or of the text. Each end is looked for once. */
function* samlXmlIn(text: string): Generator<{ index: number; xml: string }> {
  let end = 0;
  let passed = 0;
  for (const { index } of text.matchAll(SAML_START)) {
    if (index < passed || index < end - LONGEST_XML) continue;
    if (index >= end) {
      SAML_END.lastIndex = index + SHORTEST_XML;
      const found = SAML_END.exec(text);
      end = found ? SAML_END.lastIndex : text.length;
    }
    if (end - index > LONGEST_XML) continue;
    passed = end;
    yield { index, xml: text.slice(index, end) };
  }
}

function samlRequestsOf(text: string, lineOf: LineOf): FactRecord[] {
  const found: FactRecord[] = [];
  const add = (facts: FactRecord['facts'], line: number) => {
    if (facts.length)
      found.push({
        kind: 'request',
        title: 'request',
        facts,
        codes: [],
        doubts: [],
        from: line,
        to: line,
      });
  };
  if (text.includes('SAMLRequest'))
    for (const { index, 0: field, 1: value = '' } of text.matchAll(SAML_FIELD)) {
      const facts = readSamlRequest(decodedOnce(value), lineOf(index));
      const end = index + field.length;
      const relay = RELAY_FIELD.exec(
        text.slice(end, end + LONGEST_BETWEEN).split(SENT_END, 1)[0]!,
      )?.[1];
      if (relay && facts.length)
        facts.push(
          makeFact('saml.relayState', 'RelayState', addressOf(decodedOnce(relay)), {
            line: lineOf(index),
          }),
        );
      add(facts, lineOf(index));
    }
  if (text.includes('AuthnRequest'))
    for (const { index, xml } of samlXmlIn(text))
      add(readSamlXml(xml, { line: lineOf(index) }), lineOf(index));
  return found;
}

/** The rows of such a body as a query. */
function queryOf(body: string): string {
  const rows = [...body.matchAll(BODY_ROW)].map(([, key = '', value = '']) => [key, value.trim()]);
  return new URLSearchParams(rows).toString();
}

function requestOf(line: number, query: string, endpoint?: string, tenant?: string): FactRecord {
  const values = new URLSearchParams(query);
  const facts: FactRecord['facts'] = [];
  const add = (name: FactName, label: string, value: string) =>
    facts.push(makeFact(name, label, value, { line, cell: label }));
  if (endpoint) add('request.endpoint', 'endpoint', endpoint);
  if (tenant) add('request.tenant', 'tenant', tenant);
  for (const [key, value] of values) {
    const name = PARAMETERS[key];
    if (name) add(name, key, key === RELAY_STATE ? addressOf(value) : value);
    if (key === 'SAMLRequest') append(facts, readSamlRequest(value, line));
  }
  for (const key of missingOf(values, endpoint)) add('request.missing', 'missing', key);
  for (const key of new Set(values.keys()))
    if (values.getAll(key).length > 1 && key !== 'resource') add('request.doubled', 'doubled', key);
  return { kind: 'request', title: 'request', facts, codes: [], doubts: [], from: line, to: line };
}

/**
 * Parameters that a request of its form needs and lacks. Source: OAuth 2.0 (RFC 6749), 4.1.1, 4.1.3, 4.4.2; OpenID
 * Connect Core, 3.1.2.1 and 3.2.2.1 (nonce); learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow.
 */
function missingOf(values: URLSearchParams, endpoint = ''): string[] {
  const needed: string[] = [];
  const type = values.get('response_type') ?? '';
  const grant = values.get('grant_type') ?? '';
  if (endpoint.endsWith('authorize')) {
    needed.push('client_id', 'response_type', 'redirect_uri');
    if (endpoint.includes('v2.0')) needed.push('scope');
    if (/\bid_token\b/.test(type)) needed.push('nonce');
  }
  if (grant) needed.push('client_id');
  if (grant === 'authorization_code') needed.push('code', 'redirect_uri');
  if (grant === 'refresh_token') needed.push('refresh_token');
  if (grant === 'client_credentials' && !values.has('client_assertion'))
    needed.push('client_secret');
  return needed.filter((key) => !values.get(key));
}
