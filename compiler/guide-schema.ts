import * as v from 'valibot';
import { asks, code, isoDate, searched, sources, title } from './entry-schema';

/** Front matter of a guide file. Unknown keys are mistakes. */
export const GuideFrontMatter = v.strictObject({
  title,
  summary: v.pipe(
    v.string(),
    v.minLength(20, 'says in a sentence what the guide is for'),
    v.maxLength(160, (issue) => `has ${issue.input.length} characters; 160 is the most`),
  ),
  covers: v.pipe(v.array(code), v.minLength(1, 'names at least one code that leads here')),
  keywords: v.optional(v.array(v.string()), []),
  asks,
  sources,
  searched,
  reviewed: isoDate,
});
