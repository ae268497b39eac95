/** A fault of a command. */
export interface SnippetFault {
  /** Line of the command, from 0. */
  line: number;
  message: string;
}

/** How to end a fault about something that is right but not listed yet. */
export const WAY_OUT = 'add it to knowledge/commands.yml with its source';

/** The line that says what a command needs, from 0. */
export function needsLineOf(code: string): number {
  const at = code.split('\n').findIndex((text) => /^\s*(?:#|\/\/)\s*needs:/.test(text));
  return Math.max(at, 0);
}
