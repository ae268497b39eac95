import type { Token, Tokens } from 'marked';
import { lexEntry } from './evidence-marks';

/** A section of an entry: its heading, where it stands, and its tokens. */
export interface Section {
  heading: string;
  line: number;
  content: { token: Token; line: number }[];
}

/** Headings of an entry in their fixed order. `###` headings under Questions are free. */
export const HEADINGS = [
  '## Summary',
  '## User',
  '## Admin',
  '### Causes',
  '### Fix',
  '## Commands',
  '## Example',
  '## Diagnosis',
  '## Questions',
] as const;

export type Heading = (typeof HEADINGS)[number];

/** The line of each item of a list that starts on a line. */
export function itemsByLine(
  list: Tokens.List,
  line: number,
): { item: Tokens.ListItem; line: number }[] {
  let at = line;
  return list.items.map((item) => {
    const found = { item, line: at };
    at += lineCount(item.raw);
    return found;
  });
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

/**
 * Cuts the body of an entry into sections.
 * @param body Markdown after the front matter.
 * @param firstLine Line of the file on which the body starts, from 1.
 */
export function cutSections(body: string, firstLine: number): Section[] {
  const sections: Section[] = [];
  let line = firstLine;
  for (const token of lexEntry(body)) {
    if (token.type === 'heading') {
      const { depth, text } = token as Tokens.Heading;
      sections.push({ heading: `${'#'.repeat(depth)} ${text}`, line, content: [] });
    } else if (token.type !== 'space') {
      const current = sections.at(-1);
      if (current) current.content.push({ token, line });
      else sections.push({ heading: '', line, content: [{ token, line }] });
    }
    line += lineCount(token.raw);
  }
  return sections;
}
