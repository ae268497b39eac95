import type { Token, Tokens } from 'marked';
import type { Sentence } from '../lookup/entry';
import type { FrontMatter } from './entry-schema';
import { takeCauseMarks } from './evidence-marks';
import { compileInline, proseOf, type InlineRules } from './inline';
import type { Problem } from './problem';
import { proseProblems, realDataProblems } from './prose-rules';
import { itemsByLine } from './sections';
import { statementProblems } from './statements';

/** What a paragraph or list item says, and the marks in braces that stood in it. */
export interface Marked {
  text: Sentence;
  marks: string[][];
  line: number;
}

/** Compiles the prose of one file and holds it to the rules. Keeps what it needs to report problems by line. */
export class ProseCompiler {
  readonly problems: Problem[] = [];
  /** Ids of the sources, in entries that are held to the evidence rules. */
  sources: readonly string[] | undefined;

  constructor(
    private readonly file: string,
    private readonly places: ReadonlySet<string>,
    private readonly ownLink?: InlineRules['ownLink'],
  ) {}

  complain = (line: number, message: string): void => {
    this.problems.push({ file: this.file, line, message });
  };

  sentence(tokens: Token[], line: number): Sentence {
    const compiled = compileInline(tokens, {
      places: this.places,
      ...(this.sources && { sources: this.sources }),
      ...(this.ownLink && { ownLink: this.ownLink }),
      complain: (message) => this.complain(line, message),
    });
    for (const message of proseProblems(proseOf(compiled))) this.complain(line, message);
    return compiled;
  }

  /** Holds text of the front matter to the house rules. */
  prose(text: string, line: number, key: string): void {
    for (const message of proseProblems(text.replace(/`[^`]*`/g, ' ')))
      this.complain(line, `${key}: ${message}`);
  }

  /** Holds a paragraph (each sentence) or a list item (as a whole) to the evidence rules. */
  holdToEvidence(sentence: Sentence, unit: 'sentence' | 'item', line: number): void {
    if (!this.sources) return;
    for (const message of statementProblems(sentence, unit)) this.complain(line, message);
  }

  paragraph(token: Token, line: number): Sentence {
    const text = this.sentence((token as Tokens.Paragraph).tokens, line);
    this.holdToEvidence(text, 'sentence', line);
    return text;
  }

  /** The items of a list. Their marks in braces are given apart in entries that have them. */
  items(list: Token, listLine: number): Marked[] {
    return itemsByLine(list as Tokens.List, listLine).map(({ item, line }) =>
      this.item(item.tokens, line),
    );
  }

  /** One item: a single mark may cover it as a whole. */
  item(written: Token[], line: number): Marked {
    const { tokens, marks } = this.sources
      ? takeCauseMarks(written)
      : { tokens: written, marks: [] };
    const text = this.sentence(tokens, line);
    this.holdToEvidence(text, 'item', line);
    return { text, marks, line };
  }

  /** People, tenants and addresses in the body that are not made up. Fences are looked at where they are compiled. */
  checkRealData(body: string, firstLine: number): void {
    const withoutFences = body.replace(/```[^]*?```/g, (fence) => fence.replace(/[^\n]/g, ''));
    withoutFences.split('\n').forEach((text, at) => {
      for (const message of realDataProblems(text)) this.complain(firstLine + at, message);
    });
  }

  /** Says which sources no statement rests on, and what a source lacks. */
  checkSources(
    sources: FrontMatter['sources'],
    used: ReadonlySet<number>,
    lineOf: (...path: (string | number)[]) => number,
  ): void {
    const ids = new Set<string>();
    sources.forEach((source, at) => {
      const line = lineOf('sources', at);
      const name = source.id ?? source.url;
      for (const key of ['id', 'at', 'dated'] as const)
        if (source[key] === undefined)
          this.complain(line, `sources: ${name}: ${key} is missing; see knowledge/README.md`);
      if (source.id && ids.has(source.id))
        this.complain(line, `sources: two have the id "${source.id}"`);
      if (source.id) ids.add(source.id);
      if (source.id && !used.has(at))
        this.complain(
          line,
          `sources: no statement rests on "${source.id}"; cite it or take it out`,
        );
    });
  }
}
