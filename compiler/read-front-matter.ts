import type * as v from 'valibot';
import { holdToSchema, readYaml } from './yaml-file';

const FRONT_MATTER = /^---\n([^]*?\n)---\n/;

/** The front matter of a file, and what comes after it. */
interface ReadFile<Meta> {
  meta: Meta;
  /** Markdown after the front matter. */
  body: string;
  /** Line of the file on which the body starts, from 1. */
  firstLine: number;
  /** Line of a front matter key or item, from 1. */
  lineOf: (...path: (string | number)[]) => number;
}

/**
 * Reads the front matter of an entry or guide.
 * @param schema What it has to be.
 * @param source The text of the file, with line ends of \n.
 * @param complain Takes each problem with its line.
 * @returns undefined when it cannot be read; the reason was told.
 */
export function readFrontMatter<Schema extends v.GenericSchema>(
  schema: Schema,
  source: string,
  complain: (line: number, message: string) => void,
): ReadFile<v.InferOutput<Schema>> | undefined {
  const match = FRONT_MATTER.exec(source);
  if (!match?.[1]) {
    complain(1, 'starts with front matter between two lines of ---; see knowledge/README.md');
    return undefined;
  }
  const inFile = (line: number, message: string): void => complain(line + 1, message);
  const file = readYaml(match[1], inFile);
  const meta = file && holdToSchema(schema, file, inFile);
  if (!meta) return undefined;
  return {
    meta,
    body: source.slice(match[0].length),
    firstLine: match[0].split('\n').length,
    lineOf: (...path) => file.lineOf(path) + 1,
  };
}
