import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { KNOWLEDGE as Whole } from '../unit/whole-knowledge';
import { readPlan } from './plan';

/** Stands in for `whole-knowledge.ts`: the knowledge that the script compiled once for all test files. */
export const KNOWLEDGE = deserialize(readFileSync(readPlan().knowledge)) as typeof Whole;
