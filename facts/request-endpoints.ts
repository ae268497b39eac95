import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { makeFact } from './make-fact';

/** Where a request may go: an address, or the path in the first line of a request of HTTP. */
const TARGET = /https?:\/\/[^\s"'`<>()[\]\\|]{4,400}|(?<=\bPOST )\/[^\s"'`<>()[\]\\|]{1,300}/gi;

/** The hosts of the sign-in service. */
const HOST =
  '(?:login\\.(?:microsoftonline\\.(?:com|us)|partner\\.microsoftonline\\.cn|microsoft\\.com|windows\\.net)|sts\\.windows\\.net|[\\w-]{1,60}\\.ciamlogin\\.com)';

/** Its endpoint for tokens. The parameters are the body: an address with a query is a request of its own. */
const ENDPOINT = new RegExp(
  `^(?:https://${HOST})?/([\\w.-]{1,120})/(oauth2/(?:v2\\.0/)?(?:token|devicecode))\\b(?!\\?)`,
  'i',
);

/** The header of a request that names the service, and any such header. */
const OWN_HOST = new RegExp(`^[\\s>]{0,9}Host:\\s{0,9}${HOST}(?::443)?\\s{0,9}$`, 'i');
const ANY_HOST = /^[\s>]{0,9}Host:/i;

/** How many lines a header has at most. */
const MOST_OF_HEADER = 20;

/** What no other product has in place of a tenant. */
const TENANT =
  /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|common|organizations|consumers)$/i;

/** An address to which anybody's tokens are asked for. */
const ANY_ENDPOINT = /\/(?:[\w-]{1,20}_)?(?:token|devicecode)(?:[/?#]|[.,;:]{0,3}$)/i;

/** What stands behind the address of a request. Other words tell something of the address. */
const BEHIND =
  /^\/?["'`>)\]};,]{0,4}(?:(?<=,)\s{0,9}(?:[{["'$]|\w{1,40}\s?[=:])|(?<=[;)\]}])\s{0,9}[;)\]},]|\s{0,9}(?:$|HTTP\/\d|[\\`^|]\s{0,9}$|--?[a-z]))/i;

/** The first line of a request, whose body stands below. */
const HEAD = /^[\s>*#`$]{0,20}POST\s|\sHTTP\/\d/i;

/** What a server answered: the request above is over. */
const RESPONSE = /\bHTTP\/[\d.]{1,3} \d{3}\b/;

/** A command or a list goes on in the next line. */
const GOES_ON = /[\\`^,]\s{0,9}$/;
const NEW_COMMAND = /^[\s&|;$>]{0,20}(?:curl|wget|irm|iwr|Invoke-\w{1,20})\s/i;

/** How many lines above a body its address stands at most, and how many below it. */
const MOST_ABOVE = 40;
const MOST_BELOW = 6;

interface Address {
  /** None where it is another service's, or no address of a request. */
  own?: { tenant: string; endpoint: string };
  isHead: boolean;
}

/** A line in which the body of a request begins, an address stands, or an answer begins. */
interface Place {
  line: number;
  bodies: FactRecord[];
  addresses: Address[];
}

/**
 * Adds the endpoint and its tenant to requests of which only the body was read: of what browsers recorded, of commands, of
 * HTTP. A body has the address of its own line or command, or else the one next to it. No address is that of two bodies,
 * and none is where another body, address or answer stands between.
 *
 * @param requests Requests that were read in a text, in any order.
 * @param lines The lines of the text, as they are.
 */
export function addEndpoints(requests: readonly FactRecord[], lines: readonly Line[]): void {
  const bodies = requests.filter(
    ({ facts }) =>
      facts.some(({ name }) => name === 'request.grantType') &&
      !facts.some(({ name }) => name === 'request.endpoint'),
  );
  if (!bodies.length) return;
  const used = new Set<Place>();
  const places = placesOf(bodies, lines);
  for (const place of places) {
    if (!place.bodies.length || !place.addresses.length) continue;
    used.add(place);
    if (place.bodies.length === place.addresses.length)
      place.bodies.forEach((body, at) => add(body, place.addresses[at]!, place.line));
  }
  const isFree = (place: Place | undefined): place is Place =>
    place?.addresses.length === 1 && !used.has(place);
  const mayFollow = (line: number, place: Place | undefined): place is Place =>
    isFree(place) && !place.addresses[0]!.isHead && place.line - line <= MOST_BELOW;
  // What stands first tells in which order a text has them; below the first line of a request stands its body.
  const isBodyFirst = places.find(
    (place) =>
      !used.has(place) &&
      (place.bodies.length > 0 || place.addresses.some(({ own, isHead }) => own && !isHead)),
  )?.bodies.length;
  places.forEach(({ line, bodies: [body, ...others], addresses }, at) => {
    if (!body || others.length || addresses.length) return;
    const above = places[at - 1];
    const below = places[at + 1];
    let found: Place | undefined;
    const isBelow = isFree(below) && goesOn(lines, line, below.line);
    const isAbove = isFree(above) && goesOn(lines, above.line, line);
    if (isBelow && isAbove) return;
    if (isBelow) found = below;
    else if (isAbove) found = above;
    else if (isFree(above) && above.addresses[0]!.isHead) {
      if (line - above.line <= MOST_ABOVE) found = above;
    } else if (!isBodyFirst) {
      // An address below without a body of its own may be meant as well.
      const isOther =
        mayFollow(line, below) &&
        !places[at + 2]?.bodies.length &&
        below.addresses[0]!.own?.tenant !== above?.addresses[0]?.own?.tenant;
      if (isFree(above) && line - above.line <= MOST_ABOVE && !isOther) found = above;
    } else if (mayFollow(line, below)) {
      // It may be that of the next body, where that one has no other.
      const next = places[at + 2];
      if (!next?.bodies.length || mayFollow(next.line, places[at + 3])) found = below;
    }
    if (!found) return;
    used.add(found);
    add(body, found.addresses[0]!, found.line);
  });
}

function add(body: FactRecord, { own }: Address, line: number): void {
  if (!own) return;
  body.facts.unshift(
    makeFact('request.endpoint', 'endpoint', own.endpoint.toLowerCase(), { line }),
    makeFact('request.tenant', 'tenant', own.tenant, { line }),
  );
  body.from = Math.min(body.from, line);
  body.to = Math.max(body.to, line);
}

/** The places of a text, in order. */
function placesOf(bodies: readonly FactRecord[], lines: readonly Line[]): Place[] {
  const places = new Map<number, Place>();
  for (const body of bodies) {
    const place = places.get(body.from);
    if (place) place.bodies.push(body);
    else places.set(body.from, { line: body.from, bodies: [body], addresses: [] });
  }
  lines.forEach((line, at) => {
    if (!line.has(SIGN.slash)) return;
    const addresses = addressesIn(lines, at);
    if (!addresses.length && !RESPONSE.test(line.text)) return;
    const place = places.get(at + 1);
    if (place) place.addresses = addresses;
    else places.set(at + 1, { line: at + 1, bodies: [], addresses });
  });
  return [...places.values()].sort((a, b) => a.line - b.line);
}

function addressesIn(lines: readonly Line[], at: number): Address[] {
  const { text } = lines[at]!;
  const addresses: Address[] = [];
  const isHead = HEAD.test(text);
  for (const { index, 0: target } of text.matchAll(TARGET)) {
    if (!isHead && !ANY_ENDPOINT.test(target)) continue;
    const found = ENDPOINT.exec(target);
    const [whole = '', tenant = '', endpoint = ''] = found ?? [];
    const isOwn =
      found &&
      BEHIND.test(text.slice(index + whole.length)) &&
      (!target.startsWith('/') || isOfService(lines, at, tenant));
    addresses.push({ isHead, ...(isOwn && { own: { tenant, endpoint } }) });
  }
  return addresses;
}

/** Whether a request whose first line has no host goes to the sign-in service. */
function isOfService(lines: readonly Line[], first: number, tenant: string): boolean {
  for (let at = first + 1; at < Math.min(lines.length, first + MOST_OF_HEADER); at++) {
    const { text } = lines[at]!;
    if (!/[^\s>]/.test(text)) break;
    if (ANY_HOST.test(text)) return OWN_HOST.test(text);
  }
  return TENANT.test(tenant);
}

/** Whether two lines are of one command, or of one list. */
function goesOn(lines: readonly Line[], above: number, below: number): boolean {
  if (below - above > MOST_ABOVE) return false;
  return lines
    .slice(above - 1, below)
    .every(
      ({ text }, at, { length }) =>
        (at === length - 1 || GOES_ON.test(text)) && (at === 0 || !NEW_COMMAND.test(text)),
    );
}
