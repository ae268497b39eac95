import { codeFromLabeledValue } from '../detection/labels';
import { isInKnownRange } from '../detection/bare-codes';
import { cellsBetweenBlanks } from './blank-cells';
import { cellSpans, DELIMITERS } from './cell-spans';
import type { FactRecord } from './fact';
import { beginnings, SIGN, type Line } from './lines';
import { countOf, logRecord } from './log-record';
import { MOST_SIGN_INS } from './read-sign-in-json';
import { factOfHeading } from './sign-in-fields';
import { SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import { statusOf } from './status-words';
import type { TakenLines } from './taken-lines';
import { GUID, isAddress, isClientApp, isMoment, isWordOf, USER_NAME } from './value-forms';

/** A cell of a row, and the index of its line. */
interface Cell {
  text: string;
  at: number;
}

/** Of how many cells a row is. The list has more columns to choose, but hardly anybody shows all. */
const LEAST_CELLS = 5;
const MOST_CELLS = 40;

/** How many columns the list has at first. */
const DEFAULT_CELLS = 9;

/** How many lines the cells of one row take at most, where each stands in its own. */
const MOST_LINES = 24;

/** A longer line is no row. */
const LONGEST_ROW = 4000;

/** A longer line is no cell of its own. */
const LONGEST_CELL = 160;

/** A place as the list writes it: `Prague, Praha, CZ`. */
const PLACE = /^[\p{L}][\p{L}\d .'’()-]{0,60}(?:, [\p{L}][\p{L}\d .'’()-]{0,60}){0,2}, [A-Z]{2}$/u;

const DIGITS = beginnings('0123456789');

/** The id of a request, a user or an app, which a row with commas has wherever its time stands. */
const ID = /(?<![\w-])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\w-])/i;

/**
 * Reads rows of the portal's list of sign-ins that were copied without the heads of its columns, one row in a line or one
 * cell in a line. What a cell is, its form alone says: what may be another column is left.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readGridRows(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  const signIns: SignIn[] = [];
  for (const { cells, ...row } of rowsIn(lines, taken)) {
    const first = cells[0]!.at;
    for (let own = first; own <= row.last; own++) taken.add(own);
    const from = lines[first]!.number;
    const signIn = new SignIn();
    for (const { name, label, cell } of row.found)
      signIn.add(name, label, cell.text, { line: lines[cell.at]!.number });
    signIns.push(signIn);
    if (signIns.length <= MOST_SIGN_INS)
      records.push(signIn.record('row of the sign-in log', from, lines[row.last]!.number, false));
  }
  if (signIns.length < 2) return records;
  const title = 'rows of the sign-in log';
  const counts = { 'log.variant': title, ...countOf(signIns, false) };
  const { from } = records[0]!;
  return [logRecord(title, counts, from, records.at(-1)!.to, false), ...records];
}

/** The rows of the list. Those that nothing names are rows only where some of them stand together, one with a code. */
function rowsIn(lines: readonly Line[], taken: TakenLines): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.digit)) continue;
    const cells = cellsOfLine(lines[at]!, at) ?? cellsBelow(lines, at, taken);
    const row = cells && rowOf(cells, rows.at(-1));
    if (!row) continue;
    rows.push(row);
    at = row.last;
  }
  const unnamed = rows.filter(({ isNamed }) => !isNamed);
  const areRows =
    unnamed.length >= LEAST_UNNAMED &&
    unnamed.some(({ cells }) => isInKnownRange(cells.at(-1)!.text));
  return areRows ? rows : rows.filter(({ isNamed }) => isNamed);
}

/** The cells of a row that stands in one line. */
function cellsOfLine(line: Line, at: number): Cell[] | undefined {
  const { text } = line;
  if (text.length > LONGEST_ROW) return;
  const mayBegin =
    line.begins(DIGITS) ||
    line.has(SIGN.quote) ||
    text.startsWith('|') ||
    (line.has(SIGN.hyphen) && ID.test(text));
  if (!mayBegin && !text.includes('\t')) return;
  const sign = DELIMITERS.find((one) => text.includes(one) && (one === '\t' || mayBegin));
  for (const one of [sign, 'blanks'] as const) {
    if (!one || (one === 'blanks' && !text.includes('  '))) continue;
    // An empty cell keeps its place.
    const row = text.trim();
    const cells = cellSpans(row, one).map((span) => ({ text: row.slice(...span), at }));
    // Many logs are lists with commas; the portal's has the id of the request, behind the time or elsewhere.
    const isTable = one !== ',' && one !== ';';
    const isOne = isTable || cells.some((cell) => GUID.test(cell.text)) || hasUserAndCode(cells);
    if (isOne && cells.length >= LEAST_CELLS && cells.length <= MOST_CELLS) return cells;
  }
  const parted = text.includes('@') && line.begins(DIGITS) ? cellsBetweenBlanks(text) : undefined;
  return parted?.map((cell) => ({ text: cell, at }));
}

/** Whether a row with commas has the name of a user, and a code or what stands in its place after a success. */
const hasUserAndCode = (cells: readonly Cell[]): boolean =>
  cells.some(({ text }) => USER_NAME.test(text)) &&
  cells.some(({ text }) => isInKnownRange(text) || text === '0');

/** The cells below a line with a time, up to the next time; none where labels stand among them. */
function cellsBelow(lines: readonly Line[], from: number, taken: TakenLines): Cell[] | undefined {
  const first = lines[from]!.text.trim();
  if (!lines[from]!.begins(DIGITS) || !isMoment(first)) return;
  const cells = [{ text: first, at: from }];
  const end = Math.min(lines.length, from + MOST_LINES);
  let isBehindAddress = false;
  for (let at = from + 1, blank = 0; at < end && !taken.has(at); at++) {
    const text = lines[at]!.text.trim();
    if (!text && ++blank > 1) break;
    if (!text) continue;
    blank = 0;
    if (text.length > LONGEST_CELL || isMoment(text)) break;
    if (factOfHeading(text) && !isClientApp(text)) return;
    // Behind the address each cell tells what it is. Other lines are a text below the row.
    if (isBehindAddress && !isCertain(text)) break;
    isBehindAddress ||= isAddress(text);
    cells.push({ text, at });
  }
  return cells.length < LEAST_CELLS ? undefined : cells;
}

/** Whether a cell is one of those that may stand behind the address. */
const isCertain = (text: string): boolean =>
  PLACE.test(text) ||
  GUID.test(text) ||
  USER_NAME.test(text) ||
  statusOf(text) !== undefined ||
  isClientApp(text) ||
  isInKnownRange(text) ||
  text === '0' ||
  isWordOf('signIn.conditionalAccess', text) ||
  isWordOf('signIn.authenticationRequirement', text);

interface Found {
  name: SignInFactName;
  /** The head of its column in the portal. */
  label: string;
  cell: Cell;
}

interface Row {
  cells: readonly Cell[];
  found: readonly Found[];
  /** The index of the last line that tells something. */
  last: number;
  /** A user or an id stands in it as only they are written. */
  isNamed: boolean;
  /** The place of the status. */
  status: number;
}

/** How many rows of a narrow list, which shows neither, have to stand together. */
const LEAST_UNNAMED = 2;

/** The places of the cells that say how a sign-in of the portal's list ended. */
interface Results {
  status: number;
  access: number | undefined;
  requirement: number | undefined;
  /** Two results whose order does not tell which is the status. */
  areUnclear: boolean;
}

/** The place of the only code that stands beside what the service says of it; undefined where there is none. */
function toldCode(cells: readonly Cell[], places: PlacesOf): number | undefined {
  const [code, second] = places((text) => isInKnownRange(text));
  const isTold = code !== undefined && second === undefined;
  return isTold && reasonOf(code, cells) !== undefined ? code : undefined;
}

/** The place of the nearest cell that is not empty. */
function besidePlace(cells: readonly Cell[], from: number, step: 1 | -1): number | undefined {
  for (let place = from + step; place in cells; place += step) if (cells[place]!.text) return place;
  return undefined;
}

/** The place of what the service says of a code: behind it wherever both are shown, or right before it. */
const reasonOf = (code: number, cells: readonly Cell[]): number | undefined =>
  [besidePlace(cells, code, 1), besidePlace(cells, code, -1)].find(
    (place) => place !== undefined && SENTENCE.test(cells[place]!.text),
  );

/** The place of the location that stands behind an address. */
function locationOf(address: number, cells: readonly Cell[]): number | undefined {
  const place = besidePlace(cells, address, 1);
  return place !== undefined && PLACE.test(cells[place]!.text) ? place : undefined;
}

/** Of a row that tells nothing of policies. */
const NO_ACCESS = { access: undefined, requirement: undefined, areUnclear: false };

type PlacesOf = (is: (text: string) => boolean) => number[];

/** Words of what the service says of a code, which other products hardly use. */
const OF_SERVICE =
  /(?:second|multi-?) ?factor|\bMFA\b|conditional access|credential|consent|tenant|directory|\b(?:access|refresh) token|session|sign-?in|\buser account|device (?:auth|is not)|password has expired|account is locked/i;

/** What logs of firewalls and servers say, in a cell of its own. */
const OF_OTHERS =
  /^(?:allow(?:ed)?|accept(?:ed)?|den(?:y|ied)|drop(?:ped)?|reject(?:ed)?|tcp|udp|icmp|https?|get|post)$/i;

/** What the service says of an app that signs in by itself, without a user. */
const OF_APP =
  /^(?:The provided client secret keys|Invalid client secret|Client assertion |Application with identifier )/i;

/** Whether a row has the id of the request behind its time, and such a sentence behind its code. */
function isOfApp(cells: readonly Cell[], places: PlacesOf, time: number): boolean {
  const code = toldCode(cells, places);
  const reason = code === undefined ? undefined : reasonOf(code, cells);
  return GUID.test(cells[time + 1]?.text ?? '') && OF_APP.test(cells[reason ?? -1]?.text ?? '');
}

/** What the log has in place of the reason where nothing failed. */
const NO_REASON = /^(?:Other\.|None\.?|N\/A|)$/;

/**
 * The place of the status where it stands right before the code, and that before what the service says of it, as the three
 * columns do in the download; undefined where they do not. Columns that stood elsewhere were removed.
 */
function statusOfDownload(
  cells: readonly Cell[],
  places: PlacesOf,
  above: Row | undefined,
): number | undefined {
  const [status, other] = places((text) => statusOf(text) !== undefined);
  if (status === undefined || other !== undefined || !cells[status + 1]) return;
  if (places((text) => OF_OTHERS.test(text)).length) return;
  const [{ text: code }, reason = ''] = [cells[status + 1]!, cells[status + 2]?.text];
  if (isFine(cells[status]!)) {
    const isAlike = above?.status === status && above.cells.length === cells.length;
    return code === '0' && (reason === 'Other.' || (isAlike && NO_REASON.test(reason)))
      ? status
      : undefined;
  }
  const [own, second] = places((text) => isInKnownRange(text));
  if (own !== status + 1 || second !== undefined || !SENTENCE.test(reason)) return;
  const isNamed = places((text) => GUID.test(text)).length > 0 || OF_SERVICE.test(reason);
  return isNamed ? status : undefined;
}

/** Where a row says how the sign-in ended; undefined where it is none of the portal's list. */
function resultsOf(
  cells: readonly Cell[],
  places: PlacesOf,
  address: number,
  hasPlace: boolean,
): Results | undefined {
  const outcomes = places((text) => statusOf(text) !== undefined);
  const [status, second] = outcomes;
  if (status === undefined || outcomes.length > 2) return;
  const [notApplied] = places(
    (text) => isWordOf('signIn.conditionalAccess', text) && !statusOf(text),
  );
  const [requirement] = places((text) => isWordOf('signIn.authenticationRequirement', text));
  // Logs of other products have a time, a user and one result or two, too, but not around the address with its place.
  const code = toldCode(cells, places);
  const isBehindCode =
    second !== undefined &&
    ((second === address + 3 && isInKnownRange(cells[address + 2]!.text)) ||
      (code !== undefined && code < second));
  const isAround =
    second !== undefined && status < address && (second === address + 2 || isBehindCode);
  const isOfPortal =
    notApplied !== undefined ||
    requirement !== undefined ||
    (hasPlace && code !== undefined && places(isClientApp).length > 0) ||
    (hasPlace && (isAround || statusOf(cells[status]!.text) === 'Interrupted'));
  if (!isOfPortal) return;
  const areAlike = second !== undefined && isSame(cells[status]!, cells[second]!);
  // Conditional Access comes behind the address. Elsewhere two results may be in any order, but beside the code.
  const isInOrder = (status < address && address < (second ?? 0)) || status + 1 === code;
  const areUnclear = second !== undefined && !areAlike && !isInOrder;
  // Behind the code any column may stand.
  const access = notApplied ?? (areUnclear || isBehindCode ? undefined : second);
  return { status, access, requirement, areUnclear };
}

/**
 * How a sign-in ended in a row of few columns: a person with their address, the app, the status with its code right behind
 * it, and a client app of the log.
 */
function statusBesideCode(
  cells: readonly Cell[],
  places: PlacesOf,
  users: readonly number[],
): Results | undefined {
  const [status, other] = places((text) => statusOf(text) !== undefined);
  const [user, second] = users;
  if (status === undefined || other !== undefined || user === undefined || second !== undefined)
    return;
  if (
    status !== user + 2 ||
    personBeside(cells, user) !== user - 1 ||
    !isPlain(cells[user + 1]!.text)
  )
    return;
  if (places(isClientApp).length !== 1 || places((text) => OF_OTHERS.test(text)).length) return;
  const code = cells[status + 1]?.text ?? '';
  const isItsCode = isFine(cells[status]!) ? code === '0' : isInKnownRange(code);
  return isItsCode ? { ...NO_ACCESS, status } : undefined;
}

/** What the cells of a row tell; undefined where it is no row of that list, or not of the form of the row above. */
function rowOf(cells: readonly Cell[], above: Row | undefined): Row | undefined {
  const places: PlacesOf = (is) => cells.flatMap(({ text }, place) => (is(text) ? [place] : []));
  const [time, ...otherTimes] = places(isMoment);
  const addresses = places(isAddress);
  // The resource may have seen another address: the place is that of the user's.
  const located = addresses.filter((place) => locationOf(place, cells) !== undefined);
  const address = addresses.length === 1 ? addresses[0] : located[0];
  if (time === undefined || otherTimes.length) return;
  const hasPlace = located.length === 1;
  if (addresses.length > 1 && !hasPlace) return;
  const users = places((text) => USER_NAME.test(text));
  const guids = places((text) => GUID.test(text));
  const listed =
    address === undefined
      ? undefined
      : (resultsOf(cells, places, address, hasPlace) ?? statusBesideCode(cells, places, users));
  const mayBeDownloaded = users.length > 0 || isOfApp(cells, places, time);
  const downloaded = mayBeDownloaded ? statusOfDownload(cells, places, above) : undefined;
  const results =
    listed ?? (downloaded === undefined ? undefined : { ...NO_ACCESS, status: downloaded });
  if (!results) return;
  const { status } = results;
  if (!users.length && !guids.length)
    return address === undefined ? undefined : unnamedRow(cells, above, { time, status, address });
  const found: Found[] = [];
  const add = (name: SignInFactName, label: string, place: number | undefined) => {
    if (place !== undefined) found.push({ name, label, cell: cells[place]! });
  };
  add('signIn.time', 'Date', time);
  // The list has the id of the request right behind the time. Of several, and elsewhere, an id may be any.
  const asListed = isDefault(cells, [time, guids[0], status, address]);
  if (guids[0] === time + 1 && (asListed || guids.length === 1))
    add('signIn.requestId', 'Request ID', guids[0]);
  add('signIn.user', 'Username', theOne(users, cells));
  if (!results.areUnclear) add('signIn.status', 'Status', status);
  add('signIn.conditionalAccess', 'Conditional Access', results.access);
  add('signIn.ipAddress', 'IP address', address);
  if (address !== undefined) add('signIn.location', 'Location', locationOf(address, cells));
  add('signIn.authenticationRequirement', 'Authentication requirement', results.requirement);
  add('signIn.clientApp', 'Client app', theOne(places(isClientApp), cells));
  // All columns as the list has them at first, each with its form: the two that have none are known by their places.
  if (asListed) {
    if (!users.includes(2)) add('signIn.userDisplayName', 'User', 2);
    if (!users.includes(3)) add('signIn.app', 'Application', 3);
  } else if (users.length === 1) {
    const [user] = users as [number];
    const person = personBeside(cells, user);
    add('signIn.userDisplayName', 'User', person);
    // Of a download with few columns left, the app stands between the user and the status.
    const isBetween =
      downloaded !== undefined &&
      (status === user + 2 || (status === user + 3 && address === user + 2));
    if (person !== undefined || isBetween)
      add(
        'signIn.app',
        'Application',
        appOf(cells, Math.max(person ?? user, user), status, address ?? status),
      );
  }
  for (const [name, label, form] of BY_FORM) add(name, label, theOne(places(form), cells));
  const numbers = places(
    (text) => isInKnownRange(text) && codeFromLabeledValue(text) !== undefined,
  );
  if (numbers.length === 1 && !isFine(cells[status]!))
    add('signIn.errorCode', 'Sign-in error code', numbers[0]);
  const [code] = numbers;
  if (numbers.length === 1) add('signIn.failureReason', 'Failure reason', reasonOf(code!, cells));
  if (downloaded !== undefined && isFine(cells[status]!))
    add('signIn.errorCode', 'Sign-in error code', downloaded + 1);
  return { cells, found, last: lastOf(found), isNamed: true, status };
}

/** Cells that a few words tell: the browser and the system as the log writes them, and how the device is joined. */
const BROWSER =
  /^(?:Chrome|Edge|Firefox|(?:Mobile )?Safari|Opera|IE|Rich Client|Samsung (?:Browser|Internet)|Chrome Mobile|Chromium|Brave) \d[\d.]{0,20}$/i;
const SYSTEM =
  /^(?:Windows ?(?:7|8(?:\.1)?|10|11|Server 20\d\d)|(?:MacOs|iOS|Android|ChromeOS)(?: ?\d[\d.]{0,12})?|Linux)$/i;
const JOINED =
  /^(?:hybrid )?(?:azure ad|microsoft entra(?: id)?) (?:hybrid )?(?:joined|registered)$/i;

const BY_FORM: readonly (readonly [SignInFactName, string, (text: string) => boolean])[] = [
  ['signIn.userType', 'User type', (text) => isWordOf('signIn.userType', text)],
  ['signIn.browser', 'Browser', (text) => BROWSER.test(text)],
  ['signIn.operatingSystem', 'Operating System', (text) => SYSTEM.test(text)],
  ['signIn.trustType', 'Join Type', (text) => JOINED.test(text)],
];

/** Whether a cell has no form of its own, as the names of people and apps have none. */
const isPlain = (text: string): boolean =>
  /\p{L}/u.test(text) && !isCertain(text) && !isAddress(text) && !isMoment(text);

/** The place of the name beside a user's address. */
const personBeside = (cells: readonly Cell[], user: number): number | undefined =>
  [user - 1, user + 1].find((place) =>
    isPersonOf(cells[user]!.text, cells[place]?.text ?? '', place > user),
  );

/** What the download writes into columns that name neither an app nor a person. */
const OF_OTHER_COLUMN =
  /^(?:none|null|n\/a|b2b (?:collaboration|direct connect)|passthrough|microsoft support|service provider|(?:primary )?refresh ?token|primaryRefreshToken|saml\b.{0,30}|oauth2?|oidc|ropc|device ?code(?: flow)?|authentication transfer|integrated windows authentication|client (?:secret|certificate|assertion)|azure ?ad|microsoft entra id|true|false|yes|no)$/i;

/** The place of the app: the only name between the user and how the sign-in ended, or the one of two with an id. */
function appOf(
  cells: readonly Cell[],
  user: number,
  status: number,
  address: number,
): number | undefined {
  const end = Math.min(status, address);
  const names = cells.flatMap(({ text }, place) => {
    const isBetween = place > user && place < end;
    const isOther = OF_OTHER_COLUMN.test(text) || isWordOf('signIn.userType', text);
    return isBetween && isPlain(text) && !isOther ? [place] : [];
  });
  const [app, resource, other] = names;
  if (app === undefined || resource === undefined) return app;
  // The download has the id of the app right behind it, and then the resource. Before the app it has no id.
  const isBeforeId = GUID.test(cells[app + 1]!.text) && !GUID.test(cells[app - 1]!.text);
  return other === undefined && isBeforeId ? app : undefined;
}

/**
 * Whether a name is that of a user's address: a word of it stands in that.
 *
 * @param isWhole Whether all of its words have to: an app may stand there as well.
 */
function isPersonOf(user: string, name: string, isWhole: boolean): boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const own = plain(user.slice(0, user.indexOf('@')));
  const words = plain(name).match(/\p{L}{3,40}/gu) ?? [];
  const isIn = (word: string) => own.includes(word);
  return isPlain(name) && words.length > 0 && (isWhole ? words.every(isIn) : words.some(isIn));
}

/** What the service says of a code, which stands behind it wherever both are shown. */
const SENTENCE = /^\p{L}[^\n]{0,600}\s[^\n]{1,600}\s[^\n]{1,600}\.$/u;

const lastOf = (found: readonly Found[]) =>
  found.reduce((last, { cell }) => Math.max(last, cell.at), 0);

/**
 * A row whose cells are those that a narrow list shows: time, who, what, status, address, place, Conditional Access and, as
 * the last one, the code. Below the last row another text may stand: there the row above says where the code is.
 */
function unnamedRow(
  cells: readonly Cell[],
  above: Row | undefined,
  { time, status, address }: Record<'time' | 'status' | 'address', number>,
): Row | undefined {
  const access = address + 2;
  const code = above && !above.isNamed ? above.cells.length - 1 : cells.length - 1;
  const isInOrder = time === 0 && status < address && access < code && code < cells.length;
  if (!isInOrder || !PLACE.test(cells[address + 1]!.text)) return;
  const own = cells.slice(0, code + 1);
  const { text } = own[code]!;
  const isCode = isInKnownRange(text) && codeFromLabeledValue(text) !== undefined;
  const isSuccess = isFine(own[status]!);
  if (isSuccess ? text !== '0' : !isCode) return;
  if (!isWordOf('signIn.conditionalAccess', own[access]!.text)) return;
  const found: Found[] = [
    { name: 'signIn.time', label: 'Date', cell: own[time]! },
    { name: 'signIn.status', label: 'Status', cell: own[status]! },
    { name: 'signIn.ipAddress', label: 'IP address', cell: own[address]! },
    { name: 'signIn.location', label: 'Location', cell: own[address + 1]! },
    { name: 'signIn.conditionalAccess', label: 'Conditional Access', cell: own[access]! },
    { name: 'signIn.errorCode', label: 'Sign-in error code', cell: own[code]! },
  ];
  return { cells: own, found, last: lastOf(found), isNamed: false, status };
}

/**
 * Whether cells stand as in the list that nobody changed: of nine, where time, id, status and address are. Columns that
 * were added stand behind those, where the last of the nine shows that none stands between.
 */
function isDefault(cells: readonly Cell[], known: readonly (number | undefined)[]): boolean {
  const isInOrder = [0, 1, 4, 5].every((place, at) => known[at] === place);
  const requirement = cells[DEFAULT_CELLS - 1]?.text ?? '';
  return (
    (cells.length === DEFAULT_CELLS || isWordOf('signIn.authenticationRequirement', requirement)) &&
    isInOrder &&
    PLACE.test(cells[6]!.text) &&
    !cells.slice(2, 4).some(({ text }) => GUID.test(text))
  );
}

const isFine = ({ text }: Cell) => statusOf(text) === 'Success';

const isSame = (one: Cell, other: Cell) => one.text.toLowerCase() === other.text.toLowerCase();

/** The place of the only value; undefined where two say otherwise. */
const theOne = ([first, ...others]: readonly number[], cells: readonly Cell[]) =>
  first !== undefined && others.every((place) => isSame(cells[first]!, cells[place]!))
    ? first
    : undefined;
