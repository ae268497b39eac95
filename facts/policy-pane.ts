import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { isResult } from './read-policy-table';
import { addPolicy } from './sign-in-policies';
import { SignIn } from './sign-in-record';
import type { TakenLines } from './taken-lines';

/** The title of the pane that a policy of a sign-in opens, and its rows. */
const TITLE = /^\s{0,9}policy details\s{0,9}$/i;
const STATE = /^policy state(?:\s{0,3}[:\t]\s{0,3}|\s{2,20}|$)/i;
const RESULT = /^result(?:\s{0,3}[:\t]\s{0,3}|\s{2,20}|$)/i;
const CONTROLS = /^grant controls\b/i;
const END = /^session controls\b/i;
const SATISFIED = /^(?:not )?satisfied$/i;

/** How many lines the pane has at most, and how long its rows and names are. */
const MOST_LINES = 60;
const MOST_CONTROLS = 10;
const LONGEST = 256;

/**
 * Reads the pane that the Conditional Access tab of a sign-in opens for one policy: its name below the title, how it was
 * applied, and what it asks for.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readPolicyPanes(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  return lines.flatMap(({ text }, at) =>
    text.length < LONGEST && taken.leaves(at, SIGN.letter) && TITLE.test(text)
      ? paneAt(lines, at, taken)
      : [],
  );
}

function paneAt(lines: readonly Line[], at: number, taken: TakenLines): FactRecord[] {
  const rows: { text: string; at: number }[] = [];
  for (let own = at + 1; own < Math.min(lines.length, at + MOST_LINES) && !taken.has(own); own++) {
    const text = lines[own]!.text.trim();
    if (TITLE.test(text)) break;
    if (text) rows.push({ text, at: own });
    if (END.test(text)) break;
  }
  const valueOf = (label: RegExp) => {
    const place = rows.findIndex(({ text }) => label.test(text));
    if (place < 0) return;
    const beside = rows[place]!.text.replace(label, '');
    return beside
      ? { text: beside, place }
      : { text: rows[place + 1]?.text ?? '', place: place + 1 };
  };
  const [name] = rows;
  const [state, result] = [valueOf(STATE), valueOf(RESULT)];
  if (!name || name.text.length > LONGEST || STATE.test(name.text)) return [];
  if (!state?.text || !result || !isResult(result.text)) return [];
  // Without its last row nothing tells where it ends, and what stands below may be of anything.
  const isWhole = END.test(rows.at(-1)!.text);
  const last = rows[isWhole ? rows.length - 1 : Math.max(state.place, result.place)]!.at;
  const from = rows.findIndex(({ text }) => CONTROLS.test(text)) + 1;
  const asked = isWhole && from ? rows.slice(from, -1) : [];
  const controls =
    asked.length > MOST_CONTROLS ? [] : asked.filter(({ text }) => !SATISFIED.test(text));
  const signIn = new SignIn();
  const policy = {
    name: name.text,
    result: result.text,
    controls: controls.map(({ text }) => text).join(', '),
  };
  addPolicy(signIn, policy, lines[name.at]!.number, state.text);
  for (let own = at; own <= last; own++) taken.add(own);
  return [signIn.record('Sign-in details', lines[at]!.number, lines[last]!.number, false)];
}
