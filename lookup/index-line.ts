import type { Code } from '../detection/code';
import type { Area, Depth, Entry, FixedBy, Severity } from './entry';

/** How often people meet a code, from knowledge/search/frequency.yml. */
export const FREQUENCIES = ['most', 'often', 'sometimes'] as const;

export type Frequency = (typeof FREQUENCIES)[number];

/** One entry in the search index. */
export interface IndexLine {
  code: Code;
  title: string;
  summary: string;
  /** The symbolic name, or nothing. */
  name: string;
  /** What people type that title and summary lack, in one string. */
  keywords: string;
  /** Absent where no source speaks of it. */
  severity?: Severity;
  /** Absent where no source speaks of it. */
  fixedBy?: FixedBy;
  depth: Depth;
  area: Area;
  /** Absent where people meet it rarely. */
  frequency?: Frequency;
}

/** A line as it is packaged: without the names of its fields, which would be half of the file. */
export type PackedIndexLine = [
  code: Code,
  title: string,
  summary: string,
  name: string,
  keywords: string,
  severity: Severity | 0,
  fixedBy: FixedBy | 0,
  depth: Depth,
  area: Area,
  frequency?: Frequency,
];

export function packIndexLine(entry: Entry, frequency?: Frequency): PackedIndexLine {
  const { code, title, summary, name = '', keywords, severity, fixedBy, depth, area } = entry;
  const words = keywords.join(' · ');
  const line = [
    code,
    title,
    summary,
    name,
    words,
    severity ?? 0,
    fixedBy ?? 0,
    depth,
    area,
  ] as const;
  return frequency ? [...line, frequency] : [...line];
}

export function unpackIndexLine(packed: PackedIndexLine): IndexLine {
  const [code, title, summary, name, keywords, severity, fixedBy, depth, area, frequency] = packed;
  return {
    code,
    title,
    summary,
    name,
    keywords,
    ...(severity && { severity }),
    ...(fixedBy && { fixedBy }),
    depth,
    area,
    ...(frequency && { frequency }),
  };
}
