import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { InstrumentResult } from '@stryker-mutator/instrumenter';

export type Mutant = InstrumentResult['mutants'][number];

/** What the script leaves for the runs of Vitest that it starts. */
export interface Plan {
  /** Absolute paths of the files that are changed → their text, with each change in it behind a switch. */
  files: Record<string, string>;
  /** The changes that are run. */
  mutants: Mutant[];
  /** What happened so far: one `Event` a line. */
  log: string;
  /** A file with the id of the change that `FreshRunner` puts in force. */
  active: string;
  /** The compiled knowledge, serialized. */
  knowledge: string;
}

export type Event =
  /** A test passed without a change, and these are the changes whose place it came by. */
  | { is: 'covered'; test: string; mutants: string[] }
  /** The changes whose place is come by outside of tests, such as when a file is loaded. They are not run. */
  | { is: 'loaded'; mutants: string[] }
  /** Before a test runs with a change. What never ends has no `ran` after it. */
  | { is: 'runs'; test: string; mutant: string }
  | {
      is: 'ran';
      test: string;
      mutant: string;
      result: 'killed' | 'timeout' | 'survived' | 'unsure';
    }
  /** What became of a change whose test files were loaded anew with it. */
  | { is: 'afresh'; mutant: string; isSeen: boolean }
  /** A test that fails without a change: at first, or since a change left something behind. */
  | { is: 'broken'; test: string; error: string | undefined }
  /** A slow test that is left to the next round. */
  | { is: 'later'; test: string }
  /** All of a test file was run. */
  | { is: 'done'; file: string };

export function readPlan(): Plan {
  return JSON.parse(readFileSync(process.env.MUTATION_PLAN!, 'utf8')) as Plan;
}

export function readLog(file: string): Event[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Event);
}

/** What happened last, without reading the megabytes before it. */
export function lastEvent(file: string): Event | undefined {
  const { size } = statSync(file);
  const tail = Buffer.alloc(Math.min(size, 65_536));
  const handle = openSync(file, 'r');
  readSync(handle, tail, 0, tail.length, size - tail.length);
  closeSync(handle);
  // Another process writes: what stands behind the last line break is not whole yet.
  const line = tail.toString().split('\n').at(-2);
  return line ? (JSON.parse(line) as Event) : undefined;
}

/** A number from 0 to 1 for a change: by chance, and the same for the same seed. */
export function chanceOf(
  { fileName, location: { start }, mutatorName, replacement }: Mutant,
  root: string,
  seed: string,
): number {
  const key = [
    seed,
    fileName.replace(root, ''),
    start.line,
    start.column,
    mutatorName,
    replacement,
  ];
  return createHash('sha256').update(key.join('\n')).digest().readUInt32BE() / 2 ** 32;
}
