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
const CHARACTER = 7.2;
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

const widthOf = (lines: string[]): number =>
  Math.ceil(Math.max(0, ...lines.map(({ length }) => length)) * CHARACTER);

/** A box at its place, as wide as its text and no wider than the room to its right. */
function boxAt(
  [x, y]: [number, number],
  kind: ChartNode['kind'],
  text: string,
  names: string[],
): ChartNode {
  const longest = Math.floor((WIDTH - MARGIN - x - 2 * PADDING) / CHARACTER);
  const lines = broken(text, longest);
  const causes = names.flatMap((name) => broken(name, longest));
  return {
    kind,
    x,
    y,
    width: widthOf([...causes, ...lines]) + 2 * PADDING,
    height: (causes.length + lines.length) * LINE + 2 * PADDING,
    ...(causes.length && { causes }),
    lines,
  };
}

/**
 * Lays the diagnosis of an entry out as a flowchart from top to bottom: each answer stands below its question, a step to
 * the right, with all that follows from it before the next answer. So the drawing grows in height alone. The layered
 * layouts of graph libraries put each level beside the one before, and six levels are twice as wide as a page.
 *
 * @param entry An entry with a diagnosis.
 * @returns Boxes and answers with their places, the questions before what follows from them.
 */
export function drawDiagnosis({
  diagnosis,
  causes = [],
}: Pick<Entry, 'diagnosis' | 'causes'>): Chart {
  const nodes: ChartNode[] = [];
  const edges: ChartEdge[] = [];
  const nameOf = (id: string): string => {
    const cause: Cause | undefined = causes.find((one) => one.id === id);
    return cause ? textOf(cause.name).trim() : id;
  };
  const namesOf = (ids: string[] = []) => ids.map(nameOf);
  let bottom = MARGIN;
  const add = (x: number, kind: ChartNode['kind'], text: string, names: string[]): ChartNode => {
    const box = boxAt([x, bottom], kind, text, names);
    nodes.push(box);
    bottom += box.height;
    return box;
  };
  const walk = (question: Question, x: number): ChartNode => {
    const own = add(x, 'question', textOf(question.ask), []);
    const trunk = x + INDENT / 2;
    for (const { when, next } of question.answers) {
      const inner = x + INDENT;
      bottom += GAP;
      const top = bottom;
      const answer = textOf(when).trim();
      const lines = broken(answer, Math.floor((WIDTH - MARGIN - inner) / CHARACTER));
      bottom += lines.length * LINE;
      const below =
        'end' in next
          ? add(
              inner,
              'end',
              textOf(next.end),
              namesOf(next.causes).filter((name) => name !== answer),
            )
          : walk(next, inner);
      const middle = below.y + below.height / 2;
      edges.push({
        points: [
          [trunk, own.y + own.height],
          [trunk, middle],
          [inner, middle],
        ],
        x: inner,
        y: top,
        lines,
      });
    }
    return own;
  };
  walk(diagnosis!, MARGIN);
  return { width: WIDTH, height: bottom + MARGIN, nodes, edges };
}
