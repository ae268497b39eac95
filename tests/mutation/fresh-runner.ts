import { readFileSync } from 'node:fs';
import { TestRunner } from 'vitest';
import { readPlan } from './plan';

/** A change whose place is come by more often keeps a test from its end. */
const MOST_HITS = 2_000_000;

/** Runs test files with one change in force from the moment when they are loaded. */
export default class FreshRunner extends TestRunner {
  constructor(config: ConstructorParameters<typeof TestRunner>[0]) {
    super(config);
    (globalThis as Record<string, unknown>).__stryker__ = {
      activeMutant: readFileSync(readPlan().active, 'utf8'),
      hitCount: 0,
      hitLimit: MOST_HITS,
    };
  }
}
