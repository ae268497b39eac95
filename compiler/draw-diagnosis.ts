import { indented, type HierarchyNode } from '@antv/hierarchy';
import type { Chart, ChartEdge, ChartNode } from '../lookup/chart';
import type { Cause, Entry, Question } from '../lookup/entry';
import { textOf } from './inline';

/**
 * Width of the drawing: that of the text beside the contents in a window of 860 px and more, where it is drawn no smaller
 * than it is.
 */
const WIDTH = 640;

/** How far what follows from a question stands to the right of it. */
const INDENT = 26;

/** Height of a line, width of a character of the page's font at its largest, and the room around text and boxes. */
const LINE = 18;
const CHARACTER = 7.4;
/** The same in bold, as causes and answers are drawn. */
const BOLD_CHARACTER = 8.7;
const PADDING = 10;
const GAP = 12;
const MARGIN = 2;

/** Breaks a text into lines at its blanks; a word that is longer than a line stands alone. */
function broken(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const widthOf = (lines: string[], character: number): number =>
  Math.ceil(Math.max(0, ...lines.map(({ length }) => length)) * character);

/** A box before it has a place, with the words of the answer that leads to it above it. */
interface Measured extends Omit<ChartNode, 'x' | 'y'> {
  answer: string[];
  children: Measured[];
}

/** Where the left side of a box stands, by how many answers lead to it. */
const leftAt = (depth: number): number => MARGIN + depth * INDENT;

const linesAt = (text: string, depth: number, padding: number, character: number): string[] =>
  broken(text, Math.floor((WIDTH - MARGIN - leftAt(depth) - 2 * padding) / character));

/** A box as wide as its text and no wider than the room to its right. */
function boxOf(
  depth: number,
  kind: ChartNode['kind'],
  text: string,
  names: string[],
): Omit<Measured, 'answer' | 'children'> {
  const lines = linesAt(text, depth, PADDING, CHARACTER);
  const causes = names.flatMap((name) => linesAt(name, depth, PADDING, BOLD_CHARACTER));
  return {
    kind,
    width: Math.max(widthOf(causes, BOLD_CHARACTER), widthOf(lines, CHARACTER)) + 2 * PADDING,
    height: (causes.length + lines.length) * LINE + 2 * PADDING,
    ...(causes.length && { causes }),
    lines,
  };
}

/**
 * Lays the diagnosis of an entry out as a flowchart from top to bottom, indented: each answer stands below its question, a
 * step to the right, with all that follows from it before the next answer. So the drawing grows in height alone. Layered
 * layouts put each level beside the one before, and six levels are twice as wide as a page.
 *
 * @param entry An entry with a diagnosis.
 * @returns Boxes and answers with their places, the questions before what follows from them.
 */
export function drawDiagnosis({
  diagnosis,
  causes = [],
}: Pick<Entry, 'diagnosis' | 'causes'>): Chart {
  const nameOf = (id: string): string => {
    const cause: Cause | undefined = causes.find((one) => one.id === id);
    return cause ? textOf(cause.name).trim() : id;
  };
  const measured = (question: Question, depth: number, answer: string[]): Measured => ({
    ...boxOf(depth, 'question', textOf(question.ask), []),
    answer,
    children: question.answers.map(({ when, next }) => {
      const inner = depth + 1;
      const words = textOf(when).trim();
      const lines = linesAt(words, inner, 0, BOLD_CHARACTER);
      if (!('end' in next)) return measured(next, inner, lines);
      const names = (next.causes ?? []).map(nameOf).filter((name) => name !== words);
      return { ...boxOf(inner, 'end', textOf(next.end), names), answer: lines, children: [] };
    }),
  });

  const tree = measured(diagnosis!, 0, []);
  const nodes: ChartNode[] = [];
  const edges: ChartEdge[] = [];
  const place = (laid: HierarchyNode, above?: ChartNode): void => {
    const { answer, children: _, ...box } = laid.data as Measured;
    const x = leftAt(laid.depth);
    const top = MARGIN + laid.y;
    const node: ChartNode = { ...box, x, y: top + answer.length * LINE };
    nodes.push(node);
    if (above) {
      const trunk = above.x + INDENT / 2;
      const middle = node.y + node.height / 2;
      const points: ChartEdge['points'] = [
        [trunk, above.y + above.height],
        [trunk, middle],
        [x, middle],
      ];
      edges.push({ points, x, y: top, lines: answer });
    }
    for (const child of laid.children) place(child, node);
  };
  const laid = indented(tree, {
    direction: 'LR',
    indent: INDENT,
    getHeight: ({ answer, height }: Measured) => answer.length * LINE + height,
    getVGap: () => GAP / 2,
  });
  place(laid);
  const bottom = Math.max(...nodes.map(({ y, height }) => y + height));
  return { width: WIDTH, height: bottom + MARGIN, nodes, edges };
}
