/** A mistake in the knowledge, said to the person who wrote it. */
export interface Problem {
  /** Path from the root of the project. */
  file: string;
  /** Line in the file, from 1. */
  line: number;
  /** What is wrong, and after a dash or in the next sentence the way out. */
  message: string;
}

/** One line, in the form that editors and terminals turn into a link. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}
