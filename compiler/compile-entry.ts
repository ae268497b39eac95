import type { Tokens } from 'marked';
import { familyOf } from '../detection/code';
import type { Block, Cause, Command, Depth, Entry, FixStep, Sentence } from '../lookup/entry';
import {
  causeIdProblem,
  causesWithoutEnd,
  causesWithoutStep,
  readStepLinks,
  unknownCauses,
} from './cause-links';
import { compileCommand } from './compile-command';
import { compileDiagnosis, splitLabel } from './compile-diagnosis';
import { FrontMatter } from './entry-schema';
import { textOf } from './inline';
import type { Problem } from './problem';
import { ProseCompiler, type Marked } from './prose-compiler';
import { realDataProblems } from './prose-rules';
import { readFrontMatter } from './read-front-matter';
import { cutSections, HEADINGS, type Heading, type Section } from './sections';
import { marksOf } from './statements';
import { nearest } from './yaml-file';

/** Limits that keep an entry short enough to be read on a sign-in page. */
const LIMITS = {
  summaryCharacters: 160,
  userWords: 80,
  userSteps: 3,
  adminWords: 60,
  /** For entries not yet read again under the evidence rules. */
  adminWordsBefore: 90,
  causes: 8,
  fixSteps: 8,
  commands: 5,
  exampleLines: 30,
} as const;

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
class EntryCompiler extends ProseCompiler {
  blocks(section: Section): Block[] {
    return section.content.flatMap(({ token, line }): Block[] => {
      if (token.type === 'paragraph') return [{ p: this.paragraph(token, line) }];
      if (token.type === 'list') {
        const sentences = this.items(token, line).map(({ text, marks }) => {
          if (marks.length)
            this.complain(
              line,
              'ids of causes stand behind causes, steps and ends of the diagnosis',
            );
          return text;
        });
        return [(token as Tokens.List).ordered ? { ol: sentences } : { ul: sentences }];
      }
      this.complain(
        line,
        `${section.heading} holds a ${token.type}; only paragraphs and lists fit here`,
      );
      return [];
    });
  }

  /** The items of a section that is one list. */
  oneList(section: Section, ordered: boolean, message: string): Marked[] {
    return section.content.flatMap(({ token, line }) => {
      if (token.type === 'list' && (token as Tokens.List).ordered === ordered)
        return this.items(token, line);
      this.complain(line, message);
      return [];
    });
  }

  summary(section: Section): Pick<Entry, 'summary' | 'summarySources'> {
    const [block, ...more] = this.blocks(section);
    const sentence = block && 'p' in block ? block.p : [];
    const text = textOf(sentence).trim();
    if (!text || more.length)
      this.complain(section.line, 'Summary is one paragraph of one sentence');
    if (text.length > LIMITS.summaryCharacters) {
      this.complain(
        section.line,
        `Summary has ${text.length} characters; ${LIMITS.summaryCharacters} is the most`,
      );
    }
    const marks = sentence.flatMap((run) => (typeof run === 'object' && 'e' in run ? [run.e] : []));
    if (marks.length > 1) this.complain(section.line, 'Summary is one sentence with one mark');
    return { summary: text, ...(marks[0] && { summarySources: marks[0] }) };
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
    const most = this.sources ? LIMITS.adminWords : LIMITS.adminWordsBefore;
    if (count > most) {
      this.complain(
        section.line,
        `Admin has ${count} words; ${most} is the most. Causes hold the rest`,
      );
    }
    return blocks;
  }

  causes(section: Section): Cause[] {
    const bullets = this.oneList(section, false, 'Causes is one list of bullets');
    if (bullets.length > LIMITS.causes) {
      this.complain(section.line, `${bullets.length} causes; ${LIMITS.causes} is the most`);
    }
    const known = new Set<string>();
    return bullets.flatMap(({ text, marks, line }): Cause[] => {
      const split = splitLabel(text);
      if (!split) {
        this.complain(
          line,
          `"${textOf(text).slice(0, 50)}": write a cause as "**Name**: how to tell"`,
        );
        return [];
      }
      const cause = { name: split.label, tell: split.rest };
      if (!this.sources) return [cause];
      const problem = causeIdProblem(marks, textOf(split.label));
      if (problem) this.complain(line, problem);
      const id = marks.flat()[0] ?? '';
      if (known.has(id)) this.complain(line, `{${id}} stands for two causes`);
      known.add(id);
      return [id ? { id, ...cause } : cause];
    });
  }

  fix(section: Section, causes: Cause[] | undefined): FixStep[] {
    const steps = this.oneList(section, true, 'Fix is one numbered list').map(
      ({ text, marks, line }): FixStep => {
        const { isGeneral, ...links } = readStepLinks(marks);
        for (const id of unknownCauses(links.causes ?? [], causes ?? []))
          this.complain(line, `{${id}} is the id of no cause of this entry`);
        if (this.sources && causes && !isGeneral && !links.causes)
          this.complain(
            line,
            'a step ends with the ids of the causes that it fixes, or {all}: "… . [source] {proxy}"',
          );
        const isReasoned = text.some(
          (run) => typeof run === 'object' && 'e' in run && !run.e.length,
        );
        if (links.risky && isReasoned)
          this.complain(line, 'a risky step needs a source that speaks of it; [~] cannot carry it');
        return { text, ...links };
      },
    );
    if (steps.length > LIMITS.fixSteps) {
      this.complain(section.line, `Fix has ${steps.length} steps; ${LIMITS.fixSteps} is the most`);
    }
    for (const message of causesWithoutStep(causes ?? [], steps))
      this.complain(section.line, message);
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

  diagnosis(section: Section, causes: Cause[] | undefined): Entry['diagnosis'] {
    const [question, list] = section.content;
    if (
      question?.token.type !== 'paragraph' ||
      list?.token.type !== 'list' ||
      section.content.length !== 2
    ) {
      this.complain(section.line, 'Diagnosis is one question, then one list of answers');
      return undefined;
    }
    const ended = new Set<string>();
    const diagnosis = compileDiagnosis(
      this.sentence((question.token as Tokens.Paragraph).tokens, question.line),
      list.token as Tokens.List,
      list.line,
      {
        complain: this.complain,
        sentence: (tokens, line) => this.sentence(tokens, line),
        asked: (ask, line) => {
          if (ask.some((run) => typeof run === 'object' && 'e' in run))
            this.complain(line, 'a question of the diagnosis carries no mark; its ends do');
        },
        ended: (end, marks, line) => {
          const ids = marks.flat();
          for (const id of ids) ended.add(id);
          for (const id of unknownCauses(ids, causes ?? []))
            this.complain(line, `{${id}} is the id of no cause of this entry`);
          const isMarked = end.some((run) => typeof run === 'object' && 'e' in run);
          if (!ids.length || isMarked) this.holdToEvidence(end, 'item', line);
          return ids;
        },
      },
    );
    for (const message of causesWithoutEnd(causes ?? [], ended))
      this.complain(section.line, message);
    return diagnosis;
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
  const read = readFrontMatter(FrontMatter, source.replace(/\r\n/g, '\n'), compiler.complain);
  if (!read) return { problems };
  const { meta, body, firstLine, lineOf } = read;
  if (meta.searched) compiler.sources = meta.sources.map(({ id = '' }) => id);
  const fileCode = file.split('/').at(-1)?.replace(/\.md$/, '');
  if (meta.code !== fileCode) {
    compiler.complain(
      lineOf('code'),
      `code: "${meta.code}" is not the name of the file (${fileCode})`,
    );
  }
  meta.related.forEach((one, at) => {
    const line = lineOf('related', at);
    if (one.code === meta.code) compiler.complain(line, 'related: names the entry itself');
    compiler.prose(('differs' in one && one.differs) || '', line, 'related');
  });
  compiler.prose(meta.title, lineOf('title'), 'title');

  const { entry: sections, questions } = cutQuestions(cutSections(body, firstLine));
  let last = -1;
  const found = new Map<Heading, Section>();
  for (const section of sections) {
    const at = (HEADINGS as readonly string[]).indexOf(section.heading);
    if (at < 0) {
      const meant = nearest(section.heading, HEADINGS);
      compiler.complain(
        section.line,
        section.heading
          ? `"${section.heading}" is no heading of an entry; ${meant ? `did you mean "${meant}"?` : `known: ${HEADINGS.join(', ')}`}`
          : 'text stands before the first heading; put it under ## Summary or ## Admin',
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
  compiler.checkRealData(body, firstLine);

  function within<Result>(
    heading: Heading,
    compile: (section: Section) => Result,
  ): Result | undefined {
    const section = found.get(heading);
    return section && compile(section);
  }
  const causes = within('### Causes', (section) => compiler.causes(section));
  const draft: Omit<Entry, 'depth'> = {
    ...meta,
    family: familyOf(meta.code),
    locale,
    ...(within('## Summary', (section) => compiler.summary(section)) ?? { summary: '' }),
    user: within('## User', (section) => compiler.user(section)),
    admin: within('## Admin', (section) => compiler.admin(section)),
    causes,
    fix: within('### Fix', (section) => compiler.fix(section, causes)),
    commands: within('## Commands', (section) => compiler.commands(section)),
    examples: within('## Example', (section) => compiler.examples(section)),
    diagnosis: within('## Diagnosis', (section) => compiler.diagnosis(section, causes)),
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
    compiler.complain(lineOf('sources'), 'sources: at least one is of kind vendor or standard');
  }
  // A translation leaves sections out, and with them their sources.
  if (meta.searched && locale === 'en') {
    compiler.checkSources(meta.sources, new Set(marksOf(draft).flat()), lineOf);
  }
  return { entry: { ...draft, depth: depthOf(draft) }, problems };
}
