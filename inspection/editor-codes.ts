import type { Code } from '../detection/code';
import { findCodes } from '../detection/find-codes';
import { codeFromLabeledValue, isErrorCodeLabel } from '../detection/labels';
import { allIn, rootOfPage, textOf } from '../finder/dom';

/** An editor draws the lines that are in sight. */
const LINES = '.monaco-editor .view-line';
const MOST_LINES = 2000;
/** No line of a record that matters is longer, in UTF-16 units: its message is one value. */
const LONGEST_LINE = 4000;

/** `"errorCode": 50126,` and `"failureReason": "AADSTS50126: …"`: one property of JSON. A query has no such line. */
const PROPERTY = /^\s*"([\w.]{1,60})"\s*:\s*"?(.*?)"?,?\s*$/s;

/** A code of the whole value, or those in its text. */
function codesIn(line: string): Code[] {
  const [, key = '', value = ''] = PROPERTY.exec(line) ?? [];
  const whole = isErrorCodeLabel(key) ? codeFromLabeledValue(value) : undefined;
  if (whole) return [whole];
  const options = { bareNumbers: false, isKnownHresult: () => false };
  return findCodes(value, options).map(({ code }) => code);
}

/**
 * The codes of sign-ins in the JSON that Monaco editors of a page show. Nothing is marked in an editor, which owns its
 * text; here its drawn lines are read once, when the popup opens.
 * @returns Each code once, in the order of the page. Lines that are out of sight are not drawn.
 */
export function editorCodes(): Code[] {
  const root = rootOfPage();
  const lines = root ? [...allIn(root, LINES)].slice(0, MOST_LINES) : [];
  const codes = lines.flatMap((line) => {
    // Blanks are drawn as no-break spaces.
    const text = (textOf(line) ?? '').slice(0, LONGEST_LINE).replace(/\u00a0/g, ' ');
    return codesIn(text);
  });
  return [...new Set(codes)];
}
