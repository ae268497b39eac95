import type { Code } from '../detection/code';
import type { Depth, FixedBy, Severity } from './entry';

/** One entry in the search index: code, title, summary, name, keywords, severity, who fixes it, depth. */
export type IndexLine = [
  code: Code,
  title: string,
  summary: string,
  name: string,
  keywords: string,
  severity: Severity,
  fixedBy: FixedBy,
  depth: Depth,
];
