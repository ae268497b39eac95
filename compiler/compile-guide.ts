import type { Guide, GuideBlock, GuideSection } from '../lookup/guide';
import { GuideCompiler } from './guide-blocks';
import { ownLinkIn } from './guide-links';
import { GuideFrontMatter } from './guide-schema';
import { sentencesOfGuide } from './guide-prose';
import type { Problem } from './problem';
import { readFrontMatter } from './read-front-matter';
import { cutSections } from './sections';
import { marksIn } from './statements';

const SECTIONS = { least: 5, most: 12 } as const;
const KEBAB = /^[a-z\d]+(?:-[a-z\d]+)*$/;
const HEADING = /^## (.+?)\s*\{([^{}]*)\}$/;

/** The section whose bullets are ticked. */
const CHECKLIST = 'checklist';

/** Ids that the page itself gives. */
const RESERVED = /^sources?(?:-\d+)?$/;

/** What a guide is held against. */
export interface GuideRules {
  /** Known place names. */
  places: ReadonlySet<string>;
  /** Ids of rules; undefined where a file of rules could not be read. */
  rules: ReadonlySet<string> | undefined;
}

/**
 * Compiles one guide file.
 * @param file Path for messages, such as knowledge/en/guide/windows-hello.md. The name of the file is that of the guide.
 * @param source The text of the file.
 * @param locale The folder of its language.
 * @returns The guide, if it could be compiled, and every problem that was found.
 */
export function compileGuide(
  file: string,
  source: string,
  locale: string,
  { places, rules }: GuideRules,
): { guide?: Guide; problems: Problem[] } {
  const name = file.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  const compiler = new GuideCompiler(file, places, ownLinkIn(name));
  const { problems } = compiler;
  if (!KEBAB.test(name))
    compiler.complain(1, `${name}: the file is named by words in lower case, parted by hyphens`);
  const read = readFrontMatter(GuideFrontMatter, source.replace(/\r\n/g, '\n'), compiler.complain);
  if (!read) return { problems };
  const { meta, body, firstLine, lineOf } = read;
  compiler.sources = meta.sources.map(({ id = '' }) => id);
  compiler.rules = rules;
  compiler.prose(meta.title, lineOf('title'), 'title');
  compiler.prose(meta.summary, lineOf('summary'), 'summary');
  meta.covers.forEach((code, at) => {
    if (meta.covers.indexOf(code) < at)
      compiler.complain(lineOf('covers', at), `covers: ${code} stands twice; keep one`);
  });
  compiler.checkRealData(body, firstLine);

  const sections: GuideSection[] = [];
  for (const { heading, line, content } of cutSections(body, firstLine)) {
    const current = sections.at(-1);
    if (heading.startsWith('### ')) {
      const title = heading.slice('### '.length);
      compiler.prose(title, line, 'heading');
      if (/\{[^{}]*\}$/.test(title))
        compiler.complain(line, `"${title}": only headings with ## have an id in braces`);
      if (!current) compiler.complain(line, `"${heading}" stands before the first ## heading`);
      current?.blocks.push({ h: title }, ...compiler.blocks(content, current.id === CHECKLIST));
      continue;
    }
    const [, title, id = ''] = HEADING.exec(heading) ?? [];
    if (!title || !KEBAB.test(id)) {
      compiler.complain(
        line,
        heading
          ? `"${heading}": a heading is "## Where it stopped {where}", its id short and in lower case`
          : 'text stands before the first heading; put it under "## … {id}"',
      );
      continue;
    }
    compiler.prose(title, line, 'heading');
    if (RESERVED.test(id)) compiler.complain(line, `{${id}} is the page's own list of sources`);
    if (sections.some((one) => one.id === id))
      compiler.complain(line, `{${id}} stands for two sections`);
    sections.push({ id, title, blocks: compiler.blocks(content, id === CHECKLIST) });
  }
  if (sections.length < SECTIONS.least || sections.length > SECTIONS.most)
    compiler.complain(
      firstLine,
      `a guide has ${SECTIONS.least} to ${SECTIONS.most} sections; this one has ${sections.length}`,
    );
  for (const { id, blocks } of sections)
    if (!blocks.some((block: GuideBlock) => !('h' in block)))
      compiler.complain(firstLine, `section {${id}} is empty`);
  if (!meta.sources.some(({ kind }) => kind === 'vendor' || kind === 'standard'))
    compiler.complain(lineOf('sources'), 'sources: at least one is of kind vendor or standard');

  const guide: Guide = { name, ...meta, sections, locale };
  compiler.checkSources(meta.sources, new Set(marksIn(sentencesOfGuide(guide)).flat()), lineOf);
  return { guide, problems };
}
