import { append } from './append';
import type { Node } from 'jsonc-parser';
import {
  groupNode,
  lineRegion,
  memberNode,
  movedTo,
  textNode,
  type LineRegion,
} from './line-objects';
import { beginnings, isPrompt, SIGN, type Line, type Pair } from './lines';
import { parseObject } from './object-notation';
import { Commands } from './shown-commands';
import { signInFactOfKey } from './sign-in-keys';
import type { TakenLines } from './taken-lines';

/** A label as programs print it, and its value: `AppId : …`, `"appId": …`, `app_id = …`. */
const LABEL = /^["'{[,\s]{0,40}([\p{L}@$][\p{L}\p{N}_.@$()/-]{0,60}?)["']?$/u;
const ASSIGNMENT =
  /^\s{0,40}["']?([\p{L}@$][\w.@$-]{1,60})["']?\s{0,60}=(?![=~>])\s{0,20}(.{0,4000})$/u;

/** What a command at a prompt shows of an object that was printed before: `$s.Status | fl`, `(Get-MgApplication …).Web`. */
const SHOWN_MEMBER =
  /[)\w]((?:\.[a-z]\w{1,60}){1,4})\s{0,9}(?:\|\s{0,9}(?:fl|format-list|select|select-object|ft|format-table|out-\w{1,9})\b[^|]{0,200})?$/i;

/** A command whose prompt was not copied, or is one that somebody drew: `$s.Status | fl`, `❯ $app = Get-MgApplication …`. */
const BARE_COMMAND =
  /^\s{0,20}(?:[❯➜λ]\s{1,3})?(\$\w{1,60}(?:\.\w{1,60}){0,4}(?:\s?\|\s?[a-z].{0,200}|\s?=\s?[$(A-Z].{0,2000})?|(?:Get|Find)-(?:Mg|AzAD|AzureAD|Entra)\w{2,60}\b.{0,2000})$/i;
const COMMAND_STARTS = beginnings('$gf');

/** The text of an error, which a label may stand before: `AADSTS50011: …`, `Authentication failed: AADSTS7000218: …`. */
const ERROR_TEXT = /\bAADSTS\d{5,7}\b/;

/** An object whose rows stand in the next lines: `class SignInStatus {`, `{`. */
const OPENS = /^(?:class \w{1,80} )?@?[{[]$/;
const CLOSES = /^\s{0,80}[}\]],?$/;
const OPENING = beginnings('{[');
const CLOSING = beginnings('}]');

/** What no record nests deeper than. */
const DEEPEST = 64;

/** Longest value that is kept, in UTF-16 units. */
const LONGEST_VALUE = 4000;

/** Most items of a list that are kept: an app may have 256 redirect URIs. */
const MOST_ITEMS = 500;

/** Fewer rows are no record. */
const LEAST_ROWS = 2;

/** An object that stands as a list, with the indexes of its lines. */
interface LabelList {
  region: LineRegion;
  lines: number[];
}

/** An object while its rows are read; `indent` is that of its own key. */
interface Level {
  indent: number;
  children: Node[];
  keys: Set<string>;
  /** The member that it is the value of. */
  member?: Node;
  from: number;
  to: number;
  /** It ends with a bracket of its own. */
  isBraced: boolean;
}

/**
 * Reads lists of labels and values, one below the other, as objects: `Format-List`, YAML, a form's fields, claims. Rows
 * that are set in belong to the row above; the items of a list below an empty row are its value.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has.
 * @returns Each object with the indexes of its lines.
 */
export function labelLists(lines: readonly Line[], taken: TakenLines): LabelList[] {
  const reader = new ListReader();
  for (let at = 0; at < lines.length; at++)
    if (taken.has(at)) reader.end();
    else reader.read(lines[at]!, at);
  reader.end();
  return withMembersBelow(reader.found);
}

/** Members of a sign-in that a list of PowerShell shows as the name of their type, and their keys. */
const MEMBERS: readonly (readonly [type: RegExp, keys: ReadonlySet<string>])[] = [
  [/\.MicrosoftGraphSignInStatus$/, new Set(['additionaldetails', 'errorcode', 'failurereason'])],
  [
    /\.MicrosoftGraphDeviceDetail$/,
    new Set(
      'browser browserid deviceid displayname iscompliant ismanaged operatingsystem trusttype'.split(
        ' ',
      ),
    ),
  ],
];

/** The lists with such members from further lists, which other commands printed: as many as there are lists to have one. */
function withMembersBelow(found: readonly LabelList[]): LabelList[] {
  let lists = [...found];
  for (const [type, keys] of MEMBERS) {
    const holders = lists.flatMap((list) => {
      const members = membersIn(list);
      const holder = members.find(({ children }) => type.test(String(children?.[1]?.value)));
      return holder && !members.some((one) => keys.has(keyOf(one))) ? [{ list, holder }] : [];
    });
    const held = lists.filter((list) => areAll(membersIn(list), keys));
    if (!holders.length || holders.length !== held.length) continue;
    holders.forEach(({ list, holder }, at) => {
      holder.children![1] = held[at]!.region.region.root;
      append(list.lines, held[at]!.lines);
    });
    lists = lists.filter((list) => !held.includes(list));
  }
  return lists;
}

const membersIn = ({ region }: LabelList): readonly Node[] => region.region.root.children ?? [];

const keyOf = ({ children }: Node) => String(children?.[0]?.value).toLowerCase();

/** What every object of Graph's PowerShell has as its last row. */
const REST = 'additionalproperties';

/** Whether all keys of an object, two at least, are some of a member. */
function areAll(members: readonly Node[], keys: ReadonlySet<string>): boolean {
  const own = members.map(keyOf).filter((key) => key !== REST);
  return own.length >= LEAST_ROWS && own.every((key) => keys.has(key));
}

class ListReader {
  readonly found: LabelList[] = [];
  private levels: Level[] = [];
  private lines: number[] = [];
  private blank = 0;
  /** No row came since the last command: the blank lines that it prints first part nothing. */
  private isBelowCommand = false;
  /** Two blank lines came: the list goes on only where a command shows more of the same object. */
  private isApart = false;
  private rows = 0;
  private last?: { member: Node; indent: number; at: number };
  private readonly commands = new Commands();
  /** What the last command showed, and what the one before the first row did. */
  private shown?: string;
  private source?: string;
  /** What the list had when a blank line came. */
  private gap?: { children: number; lines: number; rows: number; to: number };

  read(line: Line, at: number): void {
    const { text, number } = line;
    if (!text.trim()) {
      if (++this.blank > 1 && !this.isBelowCommand) this.isApart = true;
      this.markGap();
      return;
    }
    this.blank = 0;
    const command = commandOf(line);
    const isCommand = command !== undefined;
    const isMember = isCommand && this.enterCommand(command, number, at);
    if (this.isApart && !isMember) this.end();
    this.isApart = false;
    this.isBelowCommand = isCommand;
    // What it prints may be more of the same object.
    if (isCommand) return;
    const indent = text.search(/\S/);
    if (line.begins(CLOSING) && CLOSES.test(text) && this.levels.some(({ isBraced }) => isBraced)) {
      while (this.levels.length > 1 && !this.close().isBraced);
      this.last = undefined;
      return;
    }
    if (line.begins(OPENING) && /^\s{0,80}[{[]./.test(text)) {
      this.addItem(valueNode(text.trim(), number), at);
      return;
    }
    const pair = pairOf(line);
    if (pair && ERROR_TEXT.test(text) && !signInFactOfKey(pair.label)) return;
    if (pair) this.addRow(pair, number, at, indent);
    else this.addText(text.trim(), number, at, indent);
  }

  /**
   * Takes what follows as the value of a member that the list has, where a command shows it. A command that shows another
   * object ends the list.
   *
   * @returns Whether what follows is such a value.
   */
  private enterCommand(command: string, line: number, at: number): boolean {
    const match = SHOWN_MEMBER.exec(command);
    const base = match ? command.slice(0, match.index + 1) : command;
    const path = match?.[1]?.slice(1).toLowerCase().split('.') ?? [];
    const isOfList = this.commands.isSame(this.source, base);
    this.commands.remember(command);
    this.shown = this.commands.shownBy(base);
    const [root] = this.levels;
    // A list may print some members only. Without a command before it, one that it lacks may be another object's.
    const isMember = this.source !== undefined || root?.keys.has(path[0] ?? '');
    if (isOfList) this.source ??= this.shown;
    else this.end();
    if (!isOfList || !path.length || !root || !isMember) return false;
    while (this.levels.length > 1) this.close();
    let level = root;
    path.forEach((key, depth) => {
      const member = memberOf(level, key, line);
      if (depth === path.length - 1) this.last = { member, indent: -1, at };
      else level = this.open(member, -1, line, false);
    });
    return true;
  }

  private addRow({ label, value }: Pair, line: number, at: number, indent: number): void {
    let level = this.levels.at(-1);
    while (level && this.levels.length > 1 && !level.isBraced && indent <= level.indent) {
      this.close();
      level = this.levels.at(-1);
    }
    // A label that comes again begins another object.
    if (level?.keys.has(label.toLowerCase()) && this.levels.length === 1) level = this.endAtGap();
    const isNested = level && this.last && indent > this.last.indent && isEmpty(this.last.member);
    if (isNested) level = this.open(this.last!.member, this.last!.indent, line, false);
    level ??= this.open(undefined, -1, line, false);
    const member = memberNode(line, label, valueNode(value, line));
    level.children.push(member);
    level.keys.add(label.toLowerCase());
    for (const one of this.levels) one.to = line;
    this.lines.push(at);
    this.rows++;
    this.last = { member, indent, at };
    if (OPENS.test(value)) this.open(member, indent, line, true);
  }

  /** An item of the list that the last row holds. */
  private addItem(item: Node, at: number): void {
    const { last } = this;
    if (!last) return;
    const value = last.member.children![1]!;
    if (!isEmpty(last.member) && value.type !== 'array') return;
    if (value.type !== 'array')
      last.member.children![1] = groupNode('array', [item], item.offset, item.offset);
    else if (value.children!.length < MOST_ITEMS) value.children!.push(item);
    last.at = at;
    this.lines.push(at);
    for (const one of this.levels) one.to = item.offset;
  }

  /** A line without a label: an item of a list, or the rest of a long value. */
  private addText(text: string, line: number, at: number, indent: number): void {
    const { last } = this;
    if (!last || at > last.at + 1 + this.blank) return;
    const value = last.member.children![1]!;
    if (isEmpty(last.member) || value.type === 'array') {
      this.addItem(textNode(line, bare(text)), at);
      return;
    }
    if (indent <= last.indent + 1 || value.type !== 'string') return;
    const before = String(value.value);
    if (before.length < LONGEST_VALUE)
      last.member.children![1] = textNode(
        value.offset,
        `${before} ${text}`.slice(0, LONGEST_VALUE),
      );
    last.at = at;
    this.lines.push(at);
    for (const one of this.levels) one.to = line;
  }

  private open(member: Node | undefined, indent: number, line: number, isBraced: boolean): Level {
    const before = member?.children?.[1];
    const level = {
      indent,
      children: before?.type === 'object' ? before.children! : [],
      keys: new Set<string>(),
      member,
      from: line,
      to: line,
      isBraced,
    };
    if (this.levels.length === DEEPEST) this.end();
    if (!this.levels.length) this.source = this.shown;
    this.levels.push(level);
    return level;
  }

  /** Ends the innermost object. */
  private close(): Level {
    const level = this.levels.pop()!;
    const { member, children, from, to } = level;
    if (member && children.length) member.children![1] = groupNode('object', children, from, to);
    return level;
  }

  private markGap(): void {
    const [root] = this.levels;
    if (!root) return;
    const { lines, rows } = this;
    this.gap = { children: root.children.length, lines: lines.length, rows, to: root.to };
  }

  /**
   * Ends the list where its last blank line stands.
   *
   * @returns The next list, with the rows that stand below that line; undefined where there are none.
   */
  private endAtGap(): Level | undefined {
    const { gap, lines, rows } = this;
    const root = this.levels[0]!;
    const moved = gap ? root.children.splice(gap.children) : [];
    if (gap) {
      this.lines = lines.slice(0, gap.lines);
      this.rows = gap.rows;
      root.to = gap.to;
    }
    this.end();
    const [first] = moved;
    if (!first || !gap) return;
    const next = this.open(undefined, -1, first.offset, false);
    for (const member of moved) {
      next.children.push(member);
      next.keys.add(String(member.children![0]!.value).toLowerCase());
    }
    this.lines = lines.slice(gap.lines);
    this.rows = rows - gap.rows;
    return next;
  }

  /** Ends the list: what follows is another one. */
  end(): void {
    if (!this.levels.length) return;
    const isCutOff = this.levels.some(({ isBraced }) => isBraced);
    while (this.levels.length > 1) this.close();
    const { levels, lines, rows } = this;
    const [root] = levels;
    if (root && rows >= LEAST_ROWS) {
      const list = lineRegion([groupNode('object', root.children, root.from, root.to)]);
      list.region.isCutOff = isCutOff;
      this.found.push({ region: list, lines });
    }
    this.levels = [];
    this.lines = [];
    this.rows = 0;
    this.last = undefined;
    this.gap = undefined;
    this.isApart = false;
  }
}

/** The command that stands in a line; undefined for any other line. */
function commandOf(line: Line): string | undefined {
  const { text } = line;
  if (isPrompt(line)) return text.slice(text.indexOf('>') + 1).trim();
  const mayBe = line.begins(COMMAND_STARTS) || line.has(SIGN.wide);
  return mayBe ? BARE_COMMAND.exec(text)?.[1]?.trim() : undefined;
}

/** The member of that name, without the name of its type, which a list shows in place of its rows. */
function memberOf(level: Level, key: string, line: number): Node {
  const known = level.children.find(
    ({ children }) => String(children![0]!.value).toLowerCase() === key,
  );
  const member = known ?? memberNode(line, key, textNode(line, ''));
  if (!known) level.children.push(member);
  else if (!known.children![1]!.children) known.children![1] = textNode(line, '');
  level.keys.add(key);
  return member;
}

const isEmpty = ({ children }: Node) => children?.[1]?.type === 'string' && !children[1].value;

function pairOf(line: Line): Pair | undefined {
  const { pair } = line;
  // `https://…` is an item.
  if (pair && !pair.value.startsWith('//')) {
    // `Claim: aud = …`
    const claim = pair.label.toLowerCase() === 'claim' ? ASSIGNMENT.exec(pair.value) : null;
    if (claim) return { label: claim[1]!, value: bare(claim[2]!) };
    const label = LABEL.exec(pair.label)?.[1];
    if (label)
      return { label, value: IN_QUOTES.test(line.text) ? ofJson(pair.value) : bare(pair.value) };
  }
  const found = line.has(SIGN.equals) ? ASSIGNMENT.exec(line.text) : null;
  return found ? { label: found[1]!, value: bare(found[2]!) } : undefined;
}

/** A value without the quotes and the comma of JSON; nothing for `null`. */
function bare(value: string): string {
  return value === 'null' ? '' : value.trim().replace(/^(["'])(.{0,4000})\1,?$/, '$2');
}

/** A label as JSON has it. */
const IN_QUOTES = /^\s{0,80}"/;

/** A value of JSON, as `bare` has it; a number or word has no comma either. */
function ofJson(value: string): string {
  return bare(/^(null|true|false|-?\d{1,20}(?:\.\d{1,20})?),?$/.exec(value.trim())?.[1] ?? value);
}

/** `{https://a.example, https://b.example}`, as PowerShell prints a list. */
const SET = /^\{(?!\s{0,9}["'@\\])([^{}=]{1,4000})\}?$/;

function valueNode(value: string, line: number): Node {
  const items = SET.exec(value)?.[1];
  // What a script works out for each object: `{50126}`.
  if (items && /^\d{1,8}$/.test(items)) return textNode(line, items);
  if (items) {
    const nodes = items.split(', ').map((item) => textNode(line, item.trim()));
    return groupNode('array', nodes, line, line);
  }
  if (!/^@?[{[]./.test(value)) return textNode(line, OPENS.test(value) ? '' : value);
  return movedTo(parseObject(value).root, line);
}
