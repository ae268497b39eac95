import { graphlib, layout } from '@dagrejs/dagre';
import type { Chart, ChartEdge, ChartNode } from '../lookup/chart';
import type { Cause, Entry, Question } from '../lookup/entry';
import { textOf } from './inline';

/** Characters in a line of a box and of an answer. */
const BOX_LINE = 28;
const ANSWER_LINE = 15;

/** Height of a line, width of a character of the page's font at its largest, and the room around text. */
const LINE = 18;
const CHARACTER = 6.6;
const PADDING = 10;

/** All boxes are as wide, so that no line from one runs behind its neighbors. */
const BOX_WIDTH = Math.ceil(BOX_LINE * CHARACTER) + 2 * PADDING;

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

interface Box extends Pick<ChartNode, 'kind' | 'causes' | 'lines'> {
  width: number;
  height: number;
}

function boxOf(kind: Box['kind'], text: string, causes: string[]): Box {
  const lines = broken(text, BOX_LINE);
  const names = causes.flatMap((name) => broken(name, BOX_LINE));
  return {
    kind,
    ...(names.length && { causes: names }),
    lines,
    width: Math.max(BOX_WIDTH, widthOf([...names, ...lines]) + 2 * PADDING),
    height: (names.length + lines.length) * LINE + 2 * PADDING,
  };
}

/**
 * Lays the diagnosis of an entry out as a flowchart, from left to right, by the layered layout of dagre (Sugiyama's).
 *
 * @param entry An entry with a diagnosis.
 * @returns Boxes and answers with their places, the questions before what follows from them.
 */
export function drawDiagnosis({
  diagnosis,
  causes = [],
}: Pick<Entry, 'diagnosis' | 'causes'>): Chart {
  const graph = new graphlib.Graph<
    object,
    Box,
    { lines: string[]; width: number; height: number; labelpos: 'c' }
  >();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 18, edgesep: 8, marginx: 4, marginy: 4 });
  const names: string[] = [];
  const add = (box: Box): string => {
    const name = String(names.length);
    names.push(name);
    graph.setNode(name, box);
    return name;
  };
  const nameOf = (id: string): string => {
    const cause: Cause | undefined = causes.find((one) => one.id === id);
    return cause ? textOf(cause.name).trim() : id;
  };
  const walk = (question: Question): string => {
    const own = add(boxOf('question', textOf(question.ask), []));
    for (const { when, next } of question.answers) {
      const below =
        'end' in next
          ? add(boxOf('end', textOf(next.end), (next.causes ?? []).map(nameOf)))
          : walk(next);
      const lines = broken(textOf(when), ANSWER_LINE);
      graph.setEdge(own, below, {
        lines,
        width: widthOf(lines) + PADDING,
        height: lines.length * LINE,
        labelpos: 'c',
      });
    }
    return own;
  };
  walk(diagnosis!);
  // In the order of the answers: a tree has no crossings that another order would take away.
  layout(graph, { disableOptimalOrderHeuristic: true });

  const round = (value: number) => Math.round(value * 10) / 10;
  const nodes = names.map((name): ChartNode => {
    const { x, y, width, height, ...box } = graph.node(name) as Box & { x: number; y: number };
    const { kind, causes: ended, lines } = box;
    return {
      kind,
      x: round(x - width / 2),
      y: round(y - height / 2),
      width,
      height,
      ...(ended && { causes: ended }),
      lines,
    };
  });
  const middleOf = ({ y, height }: ChartNode) => round(y + height / 2);
  const edges = graph.edges().map((edge): ChartEdge => {
    const { x, y, width, lines } = graph.edge(edge) as unknown as {
      x: number;
      width: number;
      y: number;
      lines: string[];
    };
    return {
      // From the middle of one side to the answer, and from there straight on.
      points: [
        [nodes[+edge.v]!.x + nodes[+edge.v]!.width, middleOf(nodes[+edge.v]!)],
        [round(x - width / 2), round(y)],
        [round(x + width / 2), round(y)],
        [nodes[+edge.w]!.x, middleOf(nodes[+edge.w]!)],
      ],
      x: round(x),
      y: round(y),
      lines,
    };
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width: Math.ceil(width), height: Math.ceil(height), nodes, edges };
}
