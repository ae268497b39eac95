import { beginnings, beginsWith, indentOf } from './lines';
import type { NumberedLine } from './undecorated';

/** What a chat writes before the first line of what somebody says: a date, a time and a name. */
const SPEAKER =
  /^\s{0,20}[[(]?(?<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?<comma>,?)[ T])?\d{1,2}:\d\d(?<seconds>:\d\d)?(?: ?[AP]M)?[\])]?[ ,-]{1,3}(?!(?:ERROR|WARN|INFO|DEBUG|FATAL|TRACE))(?<name>\p{L}[\p{L}\d .'-]{0,40}): {1,3}(?=\S)/iu;

/** What a date or a time begins with. Behind blanks that are none of ASCII it is looked for without. */
const SPEAKER_STARTS = beginnings('0123456789[(');

function mayHaveSpeaker(text: string): boolean {
  const indent = indentOf(text);
  const sign = text.charCodeAt(indent);
  return beginsWith(SPEAKER_STARTS, text, indent) || sign < 32 || sign > 127;
}

/** How logs date their records. */
const YEAR_FIRST = /^\d{4}-/;

/** The name of a program: `AAD`, `MsalClient`. People are named by words. */
const PROGRAM = /^[A-Z\d]{2,}$|^[^ ]*[a-z][A-Z][^ ]*$/;

/** A row of an output: a label that a colon parts from its value. */
const ROW = /^(?:-|PS |[A-Z]:\\)?\p{L}[\p{L}\d ]{1,60}\s{0,40}: ?\S/u;

/**
 * Takes the speaker off a row of an output that goes on in the next line, so that it stands as the others do. Each record
 * of a log has a time of its own, and keeps it: its date begins with the year, it has seconds, or the name is that of a
 * program.
 *
 * @param lines Lines of a text; the time grows linearly.
 * @returns The same lines where nobody pasted an output into a chat.
 */
export function withoutSpeakers(lines: NumberedLine[]): NumberedLine[] {
  let isChanged = false;
  const plain = lines.map((line, at) => {
    const next = mayHaveSpeaker(line.text) ? lines[at + 1]?.text : undefined;
    const speaker = next?.trim() ? speakerOf(line.text) : undefined;
    if (!speaker || SPEAKER.test(next!) || !ROW.test(next!)) return line;
    const said = line.text.slice(speaker.length);
    if (!ROW.test(said)) return line;
    isChanged = true;
    return { text: said, number: line.number };
  });
  return isChanged ? plain : lines;
}

function speakerOf(text: string): string | undefined {
  const match = SPEAKER.exec(text);
  if (!match) return;
  const { date = '', comma, seconds, name = '' } = match.groups ?? {};
  // Chats that write seconds have a comma behind the date.
  const isLog = YEAR_FIRST.test(date) || (seconds && !comma) || PROGRAM.test(name);
  return isLog ? undefined : match[0];
}
