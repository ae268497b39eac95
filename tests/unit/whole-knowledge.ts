import { join } from 'node:path';
import { compileKnowledge } from '../../compiler/compile-knowledge';

/**
 * The knowledge of the project, compiled once for all test files of a worker, since that takes seconds. No test may
 * change it.
 */
export const KNOWLEDGE = await compileKnowledge(join(import.meta.dirname, '../..'));
