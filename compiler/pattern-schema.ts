import * as v from 'valibot';
import { PATTERN_NAMES } from '../log/patterns/pattern-rule';
import { WEIGHTS } from '../log/weight';
import { SOURCE_KINDS } from '../lookup/entry-values';
import { code, dated, isAllowedLink } from './entry-schema';

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'is lower case, words parted by hyphens'),
);
const codes = v.array(code);
const weight = v.picklist(WEIGHTS, `is one of ${WEIGHTS.join(', ')}`);
const count = v.pipe(v.number(), v.integer('is a whole number'), v.minValue(1, 'is at least 1'));
const share = v.pipe(v.number(), v.minValue(0, 'is 0 to 1'), v.maxValue(1, 'is 0 to 1'));
const text = v.pipe(v.string(), v.minLength(10, 'is a sentence'));
// A part of a log shows less than the whole, so that each claim names what was looked at.
const says = v.pipe(text, v.includes('{scope}', 'names {scope}: "In {scope}, …"'));

const base = {
  id,
  pattern: v.picklist(PATTERN_NAMES, `is one of ${PATTERN_NAMES.join(', ')}`),
  weight,
  title: text,
  says,
  unless: text,
  next: text,
  from: v.array(id),
  commands: v.pipe(v.array(v.string()), v.minLength(1, 'is empty: name what shows the whole log')),
};
const other = v.strictObject({ weight, says });
const severalApps = v.strictObject({
  apps: count,
  weight,
  title: text,
  says,
  unless: text,
  next: text,
  commands: base.commands,
});

const pattern = v.variant('kind', [
  v.strictObject({
    ...base,
    kind: v.literal('many-users'),
    codes,
    rightPassword: codes,
    users: count,
    minutes: count,
    mostRightShare: share,
    withSuccess: other,
  }),
  v.strictObject({
    ...base,
    kind: v.literal('then-success'),
    codes,
    protocols: v.array(v.string()),
    before: count,
    minutes: count,
    same: v.array(v.picklist(['address', 'appId', 'correlationId'])),
    each: v.picklist(['user', 'all'], 'is user or all'),
  }),
  v.strictObject({
    ...base,
    kind: v.literal('burst'),
    codes,
    rows: count,
    minutes: count,
    withSuccess: other,
  }),
  v.strictObject({
    ...base,
    kind: v.literal('outage'),
    notCodes: codes,
    failures: count,
    around: count,
    mostOutsideShare: share,
    users: count,
    severalApps,
    partial: v.strictObject({ minutes: count, says }),
  }),
  v.strictObject({
    ...base,
    kind: v.literal('since'),
    notCodes: codes,
    before: count,
    since: count,
    mostBeforeShare: share,
    users: count,
    severalApps,
    partial: v.strictObject({ failures: count, weight, title: text, says, unless: text }),
  }),
  v.strictObject({
    ...base,
    kind: v.literal('client'),
    clients: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[^A-Z]+$/, 'is in lower case')))),
    withoutSuccess: other,
  }),
  v.strictObject({
    ...base,
    kind: v.literal('one-place'),
    rows: count,
    users: count,
    shareOfFailures: share,
    shareOfOthers: share,
  }),
]);

/** The file knowledge/rules/patterns.yml: sources as entries have them, then the patterns. */
export const PatternFile = v.strictObject({
  sources: v.array(
    v.strictObject({
      id,
      url: v.pipe(v.string(), v.check(isAllowedLink, 'is not an https address on an allowed host')),
      kind: v.picklist(SOURCE_KINDS, `is one of ${SOURCE_KINDS.join(', ')}`),
      at: v.pipe(v.string(), v.minLength(2, 'names the heading, row or comment')),
      dated,
      says: v.pipe(v.string(), v.minLength(10, 'says in a sentence what this source supports')),
    }),
  ),
  patterns: v.array(pattern),
});

export type PatternFile = v.InferOutput<typeof PatternFile>;
