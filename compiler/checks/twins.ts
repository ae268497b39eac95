import * as v from 'valibot';
import { parse } from 'yaml';
import { canonicalCode } from '../../detection/code';
import type { Entry } from '../../lookup/entry';
import { textOf } from '../inline';
import { cutSentences } from '../prose';
import type { Finding } from './finding';
import { normalize } from './measure-duplicates';
import type { WrittenEntry } from './written-entry';

const FILE = 'knowledge/twins.yml';

const code = v.pipe(
  v.string(),
  v.check((value) => canonicalCode(value) === value, 'is no canonical code'),
);

const TwinsFile = v.array(
  v.strictObject({
    codes: v.pipe(v.array(code), v.minLength(2)),
    /** Why they are explained apart although their messages are the same. */
    apart: v.optional(v.pipe(v.string(), v.minLength(20))),
  }),
);

/** Codes whose service message is the same or nearly so. */
export type Twins = v.InferOutput<typeof TwinsFile>;

/**
 * Reads knowledge/twins.yml.
 * @throws Error when the file has not the form, or names a code twice.
 */
export function readTwins(yaml: string): Twins {
  const parsed = v.safeParse(TwinsFile, parse(yaml));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${FILE}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  const all = parsed.output.flatMap(({ codes }) => codes);
  const twice = all.find((one, at) => all.indexOf(one) !== at);
  if (twice) throw new Error(`${FILE}: ${twice} stands there twice`);
  return parsed.output;
}

/** The least share of the sentences under Causes and Fix that twins have in common. */
const LEAST_SHARE = 0.8;

function bodyOf({ causes = [], fix = [] }: Entry): Set<string> {
  const sentences = [...causes.map(({ tell }) => tell), ...fix.map(({ text }) => text)];
  return new Set(sentences.flatMap(cutSentences).map(normalize));
}

function share(one: Entry, other: Entry): number {
  const [a, b] = [bodyOf(one), bodyOf(other)];
  const common = [...a].filter((sentence) => b.has(sentence)).length;
  return common / Math.max(a.size, b.size, 1);
}

function differences(one: Entry, other: Entry): string[] {
  const messages: string[] = [];
  for (const key of ['fixedBy', 'severity'] as const)
    if (one[key] !== other[key])
      messages.push(`${key} is ${one[key]}, in its twin ${other.code} ${other[key]}`);
  if (share(one, other) < LEAST_SHARE) {
    const causes = ({ causes = [] }: Entry) => causes.map(({ name }) => textOf(name)).join('; ');
    messages.push(
      `Causes and Fix are not those of its twin ${other.code} (${causes(one) || 'none'} | ${causes(other) || 'none'})`,
    );
  }
  if (!one.related.some((related) => related.code === other.code))
    messages.push(`related does not name its twin ${other.code}`);
  return messages;
}

/** Codes with the same service message share severity, who fixes it, causes and steps, and name each other. */
export function checkTwins(written: WrittenEntry[], twins: Twins): Finding[] {
  const byCode = new Map(written.map((one) => [one.entry.code, one]));
  return twins
    .filter(({ apart }) => !apart)
    .flatMap(({ codes }) => {
      const [first, ...others] = codes.flatMap((one) => byCode.get(one) ?? []);
      if (!first) return [];
      return others.flatMap((other) =>
        differences(other.entry, first.entry).map((message): Finding => ({
          check: 'twins',
          level: 'problem',
          file: other.file,
          line: 1,
          message: `${message}; codes with the same message share one body, or ${FILE} says what tells them apart`,
        })),
      );
    });
}
