import { Inflate } from 'fflate';
import { withoutEntities } from './lines';
import type { Fact, Source } from './fact';
import { makeFact } from './make-fact';

/** A request is a few kilobytes; one that unpacks to more is not unpacked on. */
const LONGEST = 200_000;

/**
 * Reads a SAML authentication request.
 *
 * @param parameter The value of `SAMLRequest`: base64 of XML, deflated (redirect binding) or not (POST binding).
 * Source: SAML 2.0 Bindings, 3.4.4.1 and 3.5.4.
 * @param line Where it stands.
 * @returns What the request asks for; one fact that says so where it cannot be read.
 */
export function readSamlRequest(parameter: string, line: number): Fact[] {
  const source = { line, cell: 'SAMLRequest' };
  const xml = xmlOf(parameter);
  if (xml === undefined)
    return [makeFact('saml.unreadable', 'SAMLRequest', 'cannot be decoded', source)];
  const facts = readSamlXml(xml, source);
  return facts.length
    ? facts
    : [makeFact('saml.unreadable', 'SAMLRequest', 'is no request in XML', source)];
}

/**
 * Reads an authentication request that was decoded already.
 *
 * @param xml The element and what stands in it.
 * @param source Where it stands.
 */
export function readSamlXml(xml: string, source: Source): Fact[] {
  const facts: Fact[] = [];
  const add = (name: Fact['name'], label: string, value: string | undefined) => {
    // A line end that was written as an entity is a blank.
    const plain = value && withoutEntities(value).replaceAll('\\r\\n', ' ').trim();
    if (plain) facts.push(makeFact(name, label, plain, source));
  };
  const attribute = (name: string) =>
    new RegExp(`\\s${name}=["']([^"'<>]{1,2000})["']`).exec(xml)?.[1];
  add(
    'saml.issuer',
    'Issuer',
    /<(?:\w{1,20}:)?Issuer[^<>]{0,400}>\s{0,99}([^<>]{1,2000}?)\s{0,99}</.exec(xml)?.[1],
  );
  add('saml.id', 'ID', attribute('ID'));
  add('saml.replyUrl', 'AssertionConsumerServiceURL', attribute('AssertionConsumerServiceURL'));
  add('saml.destination', 'Destination', attribute('Destination'));
  add('saml.issueInstant', 'IssueInstant', attribute('IssueInstant'));
  add('saml.forceAuthn', 'ForceAuthn', attribute('ForceAuthn'));
  add('saml.isPassive', 'IsPassive', attribute('IsPassive'));
  add(
    'saml.nameIdFormat',
    'NameIDPolicy Format',
    /NameIDPolicy[^<>]{0,400}?\sFormat=["']([^"'<>]{1,400})["']/.exec(xml)?.[1],
  );
  for (const [, context] of xml.matchAll(
    /AuthnContextClassRef[^<>]{0,200}>\s{0,99}([^<>\s]{1,400})/g,
  ))
    add('saml.authnContext', 'AuthnContextClassRef', context);
  add(
    'saml.comparison',
    'RequestedAuthnContext Comparison',
    /<(?:\w{1,20}:)?RequestedAuthnContext\b[^<>]{0,400}?\sComparison=["'](\w{1,20})["']/.exec(
      xml,
    )?.[1],
  );
  return facts;
}

function xmlOf(parameter: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(parameter.replace(/\s/g, '+')), (sign) =>
      sign.charCodeAt(0),
    );
    // `<`: not deflated.
    const xml = new TextDecoder().decode(
      bytes[0] === 60 ? bytes.slice(0, LONGEST) : inflated(bytes),
    );
    return xml.includes('<') ? xml : undefined;
  } catch {
    // No base64, or no deflate stream.
    return undefined;
  }
}

/** Unpacks piece by piece, so that a bomb stops at its first pieces. */
function inflated(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  for (let at = 0; at < bytes.length && length < LONGEST; at += 512)
    stream.push(bytes.slice(at, at + 512), at + 512 >= bytes.length);
  const whole = new Uint8Array(Math.min(length, LONGEST));
  let at = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, whole.length - at);
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
