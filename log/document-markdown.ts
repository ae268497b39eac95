import { markdownTable, markdownText } from '../report/markdown';
import type { LogDocument } from './document';

/** A fence longer than any run of back quotes in the code, so that the code cannot end it. */
function fence(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(longest + 1);
}

/** @returns The document as Markdown with tables (GitHub's), ending with a line break. */
export function documentMarkdown({ title, paragraphs, sections }: LogDocument): string {
  const blocks = [
    `# ${markdownText(title)}`,
    ...paragraphs.map(markdownText),
    ...sections.flatMap((section) => [
      `## ${markdownText(section.heading)}`,
      ...section.paragraphs.map(markdownText),
      ...(section.table?.rows.length
        ? [markdownTable([section.table.head, ...section.table.rows])]
        : []),
      ...(section.commands ?? []).map((code) => `${fence(code)}\n${code}\n${fence(code)}`),
      ...(section.sources?.length
        ? [
            section.sources
              .map(({ url, place }) => `- <${url}> (${markdownText(place)})`)
              .join('\n'),
          ]
        : []),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
