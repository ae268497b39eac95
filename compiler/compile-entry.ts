import type { Token, Tokens } from 'marked';
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { familyOf } from '../detection/code';
import type { Block, Cause, Command, Depth, Entry, Sentence } from '../lookup/entry';
import { compileCommand } from './compile-command';
import { compileDiagnosis, splitLabel } from './compile-diagnosis';
import { FrontMatter } from './entry-schema';
import { compileInline, proseOf, textOf } from './inline';
import type { Problem } from './problem';
import { proseProblems, realDataProblems } from './prose-rules';
import { cutSections, HEADINGS, type Heading, type Section } from './sections';

/** Limits that keep an entry short enough to be read on a sign-in page. */
const LIMITS = {
  summaryCharacters: 160,
  userWords: 80,
  userSteps: 3,
  adminWords: 90,
  causes: 8,
  fixSteps: 8,
  commands: 5,
  exampleLines: 30,
} as const;

const FRONT_MATTER = /^---\n([^]*?\n)---\n/;

function words(sentences: Sentence[]): number {
  return sentences
    .map((one) => textOf(one))
    .join(' ')
    .split(/\s+/)
    .filter(Boolean).length;
}

/** How deep an entry goes, read off what is there. */
function depthOf(entry: Omit<Entry, 'depth'>): Exclude<Depth, 'listed'> {
  const full = (entry.causes?.length ?? 0) >= 3 && entry.related.length > 0;
  const flagship = full && entry.diagnosis && entry.examples?.length && entry.questions?.length;
  return flagship ? 'flagship' : full ? 'full' : 'brief';
}

/** Compiles one file. Keeps what it needs to report problems by line. */
class EntryCompiler {
  readonly problems: Problem[] = [];

  constructor(
    private readonly file: string,
    private readonly places: ReadonlySet<string>,
  ) {}

  complain(line: number, message: string): void {
    this.problems.push({ file: this.file, line, message });
  }

  sentence(tokens: Token[], line: number): Sentence {
    const compiled = compileInline(tokens, this.places, (message) => this.complain(line, message));
    for (const message of proseProblems(proseOf(compiled))) this.complain(line, message);
    return compiled;
  }

  blocks(section: Section): Block[] {
    return section.content.flatMap(({ token, line }): Block[] => {
      if (token.type === 'paragraph') {
        return [{ p: this.sentence((token as Tokens.Paragraph).tokens, line) }];
      }
      if (token.type === 'list') {
        const { ordered, items } = token as Tokens.List;
        const sentences = items.map((item) => this.sentence(item.tokens, line));
        return [ordered ? { ol: sentences } : { ul: sentences }];
      }
      this.complain(
        line,
        `${section.heading} holds a ${token.type}; only paragraphs and lists fit here`,
      );
      return [];
    });
  }

  summary(section: Section): string {
    const [block, ...more] = this.blocks(section);
    const text = block && 'p' in block ? textOf(block.p).trim() : '';
    if (!text || more.length)
      this.complain(section.line, 'Summary is one paragraph of one sentence');
    if (text.length > LIMITS.summaryCharacters) {
      this.complain(
        section.line,
        `Summary has ${text.length} characters; ${LIMITS.summaryCharacters} is the most`,
      );
    }
    return text;
  }

  user(section: Section): Entry['user'] {
    const blocks = this.blocks(section);
    const text = blocks.flatMap((block) => ('p' in block ? [block.p] : []));
    const steps = blocks.flatMap((block) => ('ol' in block ? block.ol : []));
    if (!text.length) this.complain(section.line, 'User starts with a sentence on what happened');
    if (blocks.some((block) => 'ul' in block))
      this.complain(section.line, 'User has numbered steps, no bullets');
    if (steps.length > LIMITS.userSteps) {
      this.complain(
        section.line,
        `User has ${steps.length} steps; ${LIMITS.userSteps} is the most`,
      );
    }
    const count = words([...text, ...steps]);
    if (count > LIMITS.userWords) {
      this.complain(section.line, `User has ${count} words; ${LIMITS.userWords} is the most`);
    }
    return { text, steps };
  }

  admin(section: Section): Block[] {
    const blocks = this.blocks(section);
    const count = words(
      blocks.flatMap((block) => ('p' in block ? [block.p] : 'ul' in block ? block.ul : block.ol)),
    );
    if (count > LIMITS.adminWords) {
      this.complain(
        section.line,
        `Admin has ${count} words; ${LIMITS.adminWords} is the most. Causes hold the rest`,
      );
    }
    return blocks;
  }

  causes(section: Section): Cause[] {
    const bullets = this.blocks(section).flatMap((block) => {
      if ('ul' in block) return block.ul;
      this.complain(section.line, 'Causes is one list of bullets');
      return [];
    });
    if (bullets.length > LIMITS.causes) {
      this.complain(section.line, `${bullets.length} causes; ${LIMITS.causes} is the most`);
    }
    return bullets.flatMap((bullet) => {
      const split = splitLabel(bullet);
      if (split) return [{ name: split.label, tell: split.rest }];
      this.complain(
        section.line,
        `"${textOf(bullet).slice(0, 50)}": write a cause as "**Name**: how to tell"`,
      );
      return [];
    });
  }

  fix(section: Section): Sentence[] {
    const blocks = this.blocks(section);
    const steps = blocks.flatMap((block) => ('ol' in block ? block.ol : []));
    if (
      steps.length !==
      blocks.flatMap((block) => ('p' in block ? [block.p] : 'ul' in block ? block.ul : block.ol))
        .length
    ) {
      this.complain(section.line, 'Fix is one numbered list');
    }
    if (steps.length > LIMITS.fixSteps) {
      this.complain(section.line, `Fix has ${steps.length} steps; ${LIMITS.fixSteps} is the most`);
    }
    return steps;
  }

  fences(section: Section): { lang: string; code: string; line: number }[] {
    return section.content.flatMap(({ token, line }) => {
      if (token.type === 'code') {
        const { lang = '', text } = token as Tokens.Code;
        for (const message of realDataProblems(text)) this.complain(line, message);
        return [{ lang, code: text, line }];
      }
      this.complain(line, `${section.heading} holds fenced blocks only`);
      return [];
    });
  }

  commands(section: Section): Command[] {
    const fences = this.fences(section);
    if (fences.length > LIMITS.commands) {
      this.complain(section.line, `${fences.length} commands; ${LIMITS.commands} is the most`);
    }
    return fences.flatMap(
      ({ lang, code, line }) =>
        compileCommand(lang, code, (message) => this.complain(line, message)) ?? [],
    );
  }

  examples(section: Section): Entry['examples'] {
    return this.fences(section).map(({ lang, code, line }) => {
      if (code.split('\n').length > LIMITS.exampleLines) {
        this.complain(line, `an example has at most ${LIMITS.exampleLines} lines`);
      }
      return { lang, code };
    });
  }

  diagnosis(section: Section): Entry['diagnosis'] {
    const [question, list] = section.content;
    if (
      question?.token.type !== 'paragraph' ||
      list?.token.type !== 'list' ||
      section.content.length !== 2
    ) {
      this.complain(section.line, 'Diagnosis is one question, then one list of answers');
      return undefined;
    }
    const compile = (tokens: Token[]) => this.sentence(tokens, section.line);
    return compileDiagnosis(
      compile((question.token as Tokens.Paragraph).tokens),
      list.token as Tokens.List,
      compile,
      (message) => this.complain(section.line, message),
    );
  }
}

function cutQuestions(sections: Section[]): { entry: Section[]; questions: Section[] } {
  const at = sections.findIndex(({ heading }) => heading === '## Questions');
  return at < 0
    ? { entry: sections, questions: [] }
    : { entry: sections.slice(0, at + 1), questions: sections.slice(at + 1) };
}

function requiredHeadings(frontMatter: FrontMatter): Heading[] {
  return frontMatter.event
    ? ['## Summary', '## Admin', '### Fix']
    : ['## Summary', '## User', '## Admin', '### Fix'];
}

/** Line of a front matter key, from 1. */
function lineOfKey(yaml: string, key: string): number {
  const at = yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return at < 0 ? 1 : at + 2;
}

/**
 * Compiles one entry file.
 * @param file Path for messages, such as knowledge/en/aadsts/AADSTS50126.md.
 * @param source The text of the file.
 * @param locale The folder of its language.
 * @param places Known place names.
 * @returns The entry, if it could be compiled, and every problem that was found.
 */
export function compileEntry(
  file: string,
  source: string,
  locale: string,
  places: ReadonlySet<string>,
): { entry?: Entry; problems: Problem[] } {
  const compiler = new EntryCompiler(file, places);
  const { problems } = compiler;
  const match = FRONT_MATTER.exec(source);
  if (!match?.[1]) {
    compiler.complain(
      1,
      'starts with front matter between two lines of ---; see knowledge/TEMPLATE.md',
    );
    return { problems };
  }
  const yaml = match[1];
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  for (const error of document.errors) {
    compiler.complain(
      lineCounter.linePos(error.pos[0]).line + 1,
      error.message.split('\n')[0] ?? '',
    );
  }
  if (problems.length) return { problems };

  const parsed = v.safeParse(FrontMatter, document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.issues) {
      const path = v.getDotPath(issue) ?? '';
      compiler.complain(lineOfKey(yaml, path.split('.')[0] ?? ''), `${path}: ${issue.message}`);
    }
    return { problems };
  }
  const meta = parsed.output;
  const fileCode = file.split('/').at(-1)?.replace(/\.md$/, '');
  if (meta.code !== fileCode) {
    compiler.complain(
      lineOfKey(yaml, 'code'),
      `code: "${meta.code}" is not the name of the file (${fileCode})`,
    );
  }
  for (const { code } of meta.related) {
    if (code === meta.code)
      compiler.complain(lineOfKey(yaml, 'related'), 'related: names the entry itself');
  }
  const proseOfMeta: [string, string][] = [
    ['title', meta.title],
    ...meta.related.flatMap((one): [string, string][] =>
      'differs' in one && one.differs ? [['related', one.differs]] : [],
    ),
  ];
  for (const [key, text] of proseOfMeta) {
    for (const message of proseProblems(text.replace(/`[^`]*`/g, ' '))) {
      compiler.complain(lineOfKey(yaml, key), `${key}: ${message}`);
    }
  }

  const firstLine = match[0].split('\n').length;
  const { entry: sections, questions } = cutQuestions(
    cutSections(source.slice(match[0].length), firstLine),
  );
  let last = -1;
  const found = new Map<Heading, Section>();
  for (const section of sections) {
    const at = (HEADINGS as readonly string[]).indexOf(section.heading);
    if (at < 0) {
      compiler.complain(
        section.line,
        `"${section.heading || 'text before the first heading'}" is no heading of an entry; known: ${HEADINGS.join(', ')}`,
      );
    } else {
      if (at <= last)
        compiler.complain(
          section.line,
          `"${section.heading}" is out of order; the order is ${HEADINGS.join(', ')}`,
        );
      last = Math.max(last, at);
      found.set(section.heading as Heading, section);
    }
  }
  // A translation may leave out any section; the English one stands in for it.
  for (const heading of locale === 'en' ? requiredHeadings(meta) : []) {
    if (!found.has(heading))
      compiler.complain(firstLine, `"${heading}" is missing; see knowledge/TEMPLATE.md`);
  }
  for (const message of realDataProblems(
    source.slice(match[0].length).replace(/```[^]*?```/g, ''),
  )) {
    compiler.complain(firstLine, message);
  }

  function within<Result>(
    heading: Heading,
    compile: (section: Section) => Result,
  ): Result | undefined {
    const section = found.get(heading);
    return section && compile(section);
  }
  const draft: Omit<Entry, 'depth'> = {
    ...meta,
    family: familyOf(meta.code),
    locale,
    summary: within('## Summary', (section) => compiler.summary(section)) ?? '',
    user: within('## User', (section) => compiler.user(section)),
    admin: within('## Admin', (section) => compiler.admin(section)),
    causes: within('### Causes', (section) => compiler.causes(section)),
    fix: within('### Fix', (section) => compiler.fix(section)),
    commands: within('## Commands', (section) => compiler.commands(section)),
    examples: within('## Example', (section) => compiler.examples(section)),
    diagnosis: within('## Diagnosis', (section) => compiler.diagnosis(section)),
    questions: found.has('## Questions')
      ? questions.map((section) => {
          if (!/^### .+\?$/.test(section.heading)) {
            compiler.complain(
              section.line,
              `"${section.heading}": under Questions each heading is "### …?"`,
            );
          }
          return { ask: section.heading.replace(/^#+ /, ''), answer: compiler.blocks(section) };
        })
      : undefined,
  };
  if (draft.fix && draft.fix.length < 2) {
    compiler.complain(
      found.get('### Fix')?.line ?? 1,
      'Fix has at least two steps that fit this code alone; a code with less known belongs in en/listed',
    );
  }
  if (!meta.sources.some(({ kind }) => kind === 'vendor' || kind === 'standard')) {
    compiler.complain(
      lineOfKey(yaml, 'sources'),
      'sources: at least one is of kind vendor or standard',
    );
  }
  return { entry: { ...draft, depth: depthOf(draft) }, problems };
}
