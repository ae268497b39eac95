import type { Token, Tokens } from 'marked';
import type { Sentence } from '../lookup/entry';
import { COMMAND_LANGUAGES } from '../lookup/entry-values';
import type { Check, GuideBlock, GuideItem, GuideList } from '../lookup/guide';
import { compileCommand } from './compile-command';
import { splitLabel } from './compile-diagnosis';
import { linkCodes } from './guide-links';
import { splitGoodBad } from './guide-checks';
import { textOf } from './inline';
import { ProseCompiler } from './prose-compiler';
import { realDataProblems } from './prose-rules';
import { itemsByLine } from './sections';

const RISKY = 'risky';
const LANGUAGES: readonly string[] = COMMAND_LANGUAGES;

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** The id under which the tick of an item is kept. */
function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Compiles the blocks of one guide and reports what is wrong with them by line. */
export class GuideCompiler extends ProseCompiler {
  /** Ids of rules; undefined where a file of rules could not be read, which is told about that file. */
  rules: ReadonlySet<string> | undefined;
  private readonly checkIds = new Set<string>();

  override sentence(tokens: Token[], line: number): Sentence {
    return linkCodes(super.sentence(tokens, line));
  }

  /** @param isChecklist Its lists of bullets are items to tick. */
  blocks(content: { token: Token; line: number }[], isChecklist: boolean): GuideBlock[] {
    return content.flatMap(({ token, line }) => this.block(token, line, isChecklist));
  }

  private block(token: Token, line: number, isChecklist: boolean): GuideBlock[] {
    switch (token.type) {
      case 'paragraph':
        return [{ p: this.paragraph(token, line) }];
      case 'list':
        return [
          isChecklist && !(token as Tokens.List).ordered
            ? { checks: this.checks(token as Tokens.List, line) }
            : { list: this.list(token as Tokens.List, line, true) },
        ];
      case 'table':
        return [this.table(token as Tokens.Table, line)];
      case 'code':
        return this.fence(token as Tokens.Code, line);
      case 'blockquote':
        return [{ warn: this.warning(token as Tokens.Blockquote, line) }];
      default:
        this.complain(
          line,
          `a guide holds no ${token.type}; it has paragraphs, lists, tables, fences and warnings ("> …")`,
        );
        return [];
    }
  }

  private list(list: Tokens.List, listLine: number, mayNest: boolean): GuideList {
    const items = itemsByLine(list, listLine).map(({ item, line }): GuideItem => {
      const below = item.tokens.filter(({ type }) => type === 'list') as Tokens.List[];
      const own = item.tokens.filter(({ type }) => type !== 'list' && type !== 'space');
      for (const { type } of own.filter(({ type: one }) => one !== 'text' && one !== 'paragraph'))
        this.complain(
          line,
          `an item of a list holds a ${type}; end the list before it, and go on with the next number after it`,
        );
      const { text, marks } = this.item(
        own.filter(({ type }) => type === 'text' || type === 'paragraph'),
        line,
      );
      for (const word of marks.flat().filter((one) => one !== RISKY))
        this.complain(
          line,
          `{${word}}: behind a step stands {risky} or nothing; ids of rules stand in the section {checklist}`,
        );
      if (below.length > 1 || (below.length && !mayNest))
        this.complain(line, 'a list is nested one level deep, once in an item');
      const [nested] = below;
      return {
        text,
        ...(marks.flat().includes(RISKY) && { risky: true }),
        ...(nested &&
          mayNest && {
            below: this.list(
              nested,
              line + Math.max(1, linesIn(own.map(({ raw }) => raw).join(''))),
              false,
            ),
          }),
      };
    });
    return { ...(list.ordered && { start: Number(list.start) || 1 }), items };
  }

  private checks(list: Tokens.List, listLine: number): Check[] {
    return this.items(list, listLine).flatMap(({ text, marks, line }): Check[] => {
      const split = splitLabel(text);
      const parts = split && splitGoodBad(split.rest);
      if (!split || !parts) {
        this.complain(
          line,
          `"${textOf(text).slice(0, 50)}": write an item as "**Name**: how to verify. Good: … Bad: … [source] {rule}"`,
        );
        return [];
      }
      const name = textOf(split.label);
      const id = idOf(name);
      if (this.checkIds.has(id)) this.complain(line, `two items are named "${name}"`);
      this.checkIds.add(id);
      const rules = marks.flat();
      for (const rule of rules)
        if (this.rules && !this.rules.has(rule))
          this.complain(line, `{${rule}} is no rule of knowledge/rules; correct it or take it out`);
      return [{ id, name: split.label, ...parts, rules }];
    });
  }

  private table({ header, rows }: Tokens.Table, line: number): GuideBlock {
    const head = header.map(({ tokens }) => this.sentence(tokens, line));
    if (head.some((cell) => cell.some((run) => typeof run === 'object' && 'e' in run)))
      this.complain(line, 'the head of a table carries no mark; the last cell of each row does');
    return {
      head,
      rows: rows.map((row, at) => {
        const rowLine = line + 2 + at;
        const cells = row.map(({ tokens }) => this.sentence(tokens, rowLine));
        // One statement each: what a row says, it says with its cells together.
        const whole = cells.flatMap((cell, column): Sentence => (column ? [' | ', ...cell] : cell));
        this.holdToEvidence(whole, 'item', rowLine);
        return cells;
      }),
    };
  }

  private fence({ lang = '', text }: Tokens.Code, line: number): GuideBlock[] {
    for (const message of realDataProblems(text)) this.complain(line, message);
    if (!LANGUAGES.includes(lang)) return [{ example: text }];
    const command = compileCommand(lang, text, (message) => this.complain(line, message));
    return command ? [{ command }] : [];
  }

  private warning({ tokens }: Tokens.Blockquote, start: number): Sentence[] {
    let line = start;
    return tokens.flatMap((token) => {
      const at = line;
      line += linesIn(token.raw);
      if (token.type === 'paragraph') return [this.paragraph(token, at)];
      if (token.type !== 'space') this.complain(at, 'a warning ("> …") holds paragraphs only');
      return [];
    });
  }
}
