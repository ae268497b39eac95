import type { DocumentTable, LogDocument } from './document';

/** Text of a log is data: nothing of it becomes markup or a link. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~/@]/g, '\\$&');
}

function tableLines({ head, rows }: DocumentTable): string[] {
  const line = (cells: string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)];
}

/** A fence longer than any run of back quotes in the code, so that the code cannot end it. */
function fence(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(longest + 1);
}

/** @returns The document as Markdown with tables (GitHub's), ending with a line break. */
export function documentMarkdown({ title, paragraphs, sections }: LogDocument): string {
  const blocks = [
    `# ${plain(title)}`,
    ...paragraphs.map(plain),
    ...sections.flatMap((section) => [
      `## ${plain(section.heading)}`,
      ...section.paragraphs.map(plain),
      ...(section.table?.rows.length ? [tableLines(section.table).join('\n')] : []),
      ...(section.commands ?? []).flatMap(({ purpose, code }) => [
        plain(purpose),
        `${fence(code)}\n${code}\n${fence(code)}`,
      ]),
      ...(section.sources?.length
        ? [section.sources.map(({ url, place }) => `- <${url}> (${plain(place)})`).join('\n')]
        : []),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
