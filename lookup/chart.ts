/** A flowchart of a decision tree, laid out at build time. Lengths are those of its own coordinates. */
export interface Chart {
  width: number;
  height: number;
  nodes: ChartNode[];
  edges: ChartEdge[];
}

export interface ChartNode {
  kind: 'question' | 'end';
  /** Its upper left corner. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Names of the causes that an end stands for, then its text, broken to fit. */
  causes?: string[];
  lines: string[];
}

/** An answer, from its question to what follows. */
export interface ChartEdge {
  /** Corners of the line. */
  points: [x: number, y: number][];
  /** Where its words begin: the left end of the first line's box, and its top. */
  x: number;
  y: number;
  lines: string[];
}
