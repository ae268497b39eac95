/** A fault in the form of a script. */
export interface FormFault {
  /** Line of the script, from 0. */
  line: number;
  message: string;
}

const CLOSES: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** A here-string opens at the end of a line with @" or @' and closes at the start of one. */
const HERE_OPEN = /@(["'])[ \t]*(?:\n|$)/y;

/**
 * Walks a PowerShell script over comments, strings and brackets.
 *
 * This is no grammar: PowerShell is not on every machine that builds the extension, and no parser
 * of it runs in Node. It finds what copying breaks most: a quote, bracket, block comment or
 * here-string that is not closed, or closed by the wrong sign. It knows backtick escapes, doubled
 * quotes, and `$( )` inside double quotes. A misspelled parameter or operator passes.
 * @param script The lines of the command.
 * @returns The faults, and the script with comments and the insides of strings blanked out, so that
 *   a search for cmdlets does not stop at words in quotes.
 */
export function readPowerShell(script: string): { faults: FormFault[]; bare: string } {
  const faults: FormFault[] = [];
  const open: { sign: string; line: number }[] = [];
  const bare = Array.from(script);
  let line = 0;
  let at = 0;

  const fault = (message: string, where = line): void => {
    faults.push({ line: where, message });
  };
  const blank = (from: number, to: number): void => {
    for (let i = from; i < to; i += 1) if (bare[i] !== '\n') bare[i] = ' ';
  };
  /** Moves to `to` and counts the lines on the way. */
  const moveTo = (to: number): void => {
    for (; at < to; at += 1) if (script[at] === '\n') line += 1;
  };
  const inDoubleQuotes = (): boolean => open.at(-1)?.sign === '"';

  while (at < script.length) {
    const sign = script[at] ?? '';
    if (sign === '`') {
      moveTo(at + 2);
    } else if (inDoubleQuotes()) {
      if (sign === '"' && script[at + 1] === '"') {
        blank(at, at + 2);
        moveTo(at + 2);
      } else if (sign === '"') {
        open.pop();
        moveTo(at + 1);
      } else if (sign === '$' && script[at + 1] === '(') {
        open.push({ sign: '(', line });
        moveTo(at + 2);
      } else {
        blank(at, at + 1);
        moveTo(at + 1);
      }
    } else if (script.startsWith('<#', at)) {
      const end = script.indexOf('#>', at);
      if (end < 0) fault('comment <# is not closed');
      const to = end < 0 ? script.length : end + 2;
      blank(at, to);
      moveTo(to);
    } else if (sign === '#' && /^$|[\s;({]/.test(script[at - 1] ?? '')) {
      const end = script.indexOf('\n', at);
      const to = end < 0 ? script.length : end;
      blank(at, to);
      moveTo(to);
    } else if (sign === '@' && opensHereString(script, at)) {
      const quote = script[at + 1] ?? '';
      const end = script.indexOf(`\n${quote}@`, at);
      if (end < 0) fault(`here-string @${quote} is not closed`);
      const to = end < 0 ? script.length : end + 3;
      blank(at + 2, to);
      moveTo(to);
    } else if (sign === "'") {
      let end = script.indexOf("'", at + 1);
      while (end >= 0 && script[end + 1] === "'") end = script.indexOf("'", end + 2);
      if (end < 0) fault("quote ' is not closed");
      const to = end < 0 ? script.length : end + 1;
      blank(at + 1, to - 1);
      moveTo(to);
    } else if (sign === '"' || '([{'.includes(sign)) {
      open.push({ sign, line });
      moveTo(at + 1);
    } else if (sign in CLOSES) {
      if (open.at(-1)?.sign === CLOSES[sign]) open.pop();
      else fault(`${sign} closes nothing`);
      moveTo(at + 1);
    } else {
      moveTo(at + 1);
    }
  }
  for (const { sign, line: where } of open) fault(`${sign} is not closed`, where);
  return { faults, bare: bare.join('') };
}

function opensHereString(script: string, at: number): boolean {
  HERE_OPEN.lastIndex = at;
  return HERE_OPEN.test(script);
}
