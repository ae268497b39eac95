import type { Finding } from './finding';
import type { WrittenEntry } from './written-entry';

/** What knowledge/TEMPLATE.md puts where the writer has to write. */
const TODO = /\bTODO\b.{0,60}/;

/** An entry that still holds words of the template is not written yet. */
export function checkTemplate(written: WrittenEntry[]): Finding[] {
  return written
    .filter(({ file }) => file.endsWith('.md'))
    .flatMap(({ file, lines }) =>
      lines.flatMap((text, at): Finding[] => {
        const hit = TODO.exec(text);
        if (!hit) return [];
        const message = `"${hit[0].trim()}" is still the template's; write it, or take the line out`;
        return [{ check: 'template', level: 'problem', file, line: at + 1, message }];
      }),
    );
}
