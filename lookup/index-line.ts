import type { Code } from '../detection/code';
import type { Area, Depth, Entry, FixedBy, Severity } from './entry';

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
];

export function packIndexLine(entry: Entry): PackedIndexLine {
  const { code, title, summary, name = '', keywords, severity, fixedBy, depth, area } = entry;
  return [
    code,
    title,
    summary,
    name,
    keywords.join(' · '),
    severity ?? 0,
    fixedBy ?? 0,
    depth,
    area,
  ];
}

export function unpackIndexLine(packed: PackedIndexLine): IndexLine {
  const [code, title, summary, name, keywords, severity, fixedBy, depth, area] = packed;
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
  };
}
