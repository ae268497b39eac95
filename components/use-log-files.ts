import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { LONGEST_PASTE } from '../diagnosis/longest-paste';
import type { PasteReading } from '../diagnosis/read-paste';
import type { LogReport, NoReport } from '../log/report';
import type { LogReader } from '../messaging/ask-log';
import { start } from '../messaging/start';
import { hasContent } from './paste-findings';
import { noTextOf, textOfFile } from './use-dropped-file';
import { useLog, type LogState, type OneLog } from './use-log';
import type { PasteState, ReadPaste } from './use-paste';

/** Fewer sign-ins than these are looked at one by one, too. */
const FEW = 20;

/** A text with codes in fewer lines than these is an error and no log. */
const LINES_OF_A_LOG = 10;

/** A log has a header or a bracket, and rows. */
const LOG_LIKE = /\n[^\n]*\n/;

interface Wanted {
  createLogReader: () => LogReader;
  /** What was typed or pasted into the field. */
  typed: string;
  /** What is known of the records in it. */
  paste: PasteState;
  readPaste: ReadPaste;
  /** A guide takes texts itself. */
  isInGuide: boolean;
  /** Takes a text that is no log. */
  take: (text: string) => void;
  /** Called with what is said of a file that could not be read. */
  onFailure: (says: string) => void;
  /** Opens the page of the log. */
  open: () => void;
}

interface LogFiles {
  /** The log that was opened as a file. */
  opened: OneLog;
  /** The log that was pasted; a text that is none leaves the opened one alone. */
  pasted: OneLog;
  /** The text of the opened log where it has so few sign-ins that their records are worth a look; else empty. */
  fewRows: string;
  /** Whether what stands in the field is a log that was read. */
  isPastedLog: boolean;
  /** Whether it has so many sign-ins that single records say nothing beside its report. */
  isPastedLong: boolean;
  openFile: (file: File) => void;
}

/** Several sign-ins, or lines with codes where no record stands. */
function isLog({ total, unit }: LogReport, hasRecords: boolean, leastLines: number): boolean {
  return unit === 'line' ? !hasRecords && total >= leastLines : total > 1;
}

/** What a reader makes of a file, which is not held afterwards; undefined where it fails, or was given a newer one. */
async function resultOf(reader: LogReader, file: File): Promise<LogReport | NoReport | undefined> {
  try {
    const reading = await reader.read(file, () => {});
    reader.cancel();
    return 'why' in reading ? reading.why : reading.report;
  } catch (error) {
    // Canceled, it is at work on the newer one.
    if ((error as Error).name !== 'AbortError') reader.cancel();
    return undefined;
  }
}

/** Whether a log is open, or is being read and too long for a text: what turns out to be no log leaves it alone. */
function isHeld(log: LogState): boolean {
  if (log.state === 'reading') return log.of instanceof File && log.of.size > LONGEST_PASTE;
  return log.state === 'read';
}

/** Tells logs from texts and records, and leads each to where it is explained. */
export function useLogFiles(wanted: Wanted): LogFiles {
  const { createLogReader, typed, paste, readPaste, isInGuide, take, onFailure, open } = wanted;
  const opened = useLog(useMemo(createLogReader, []));
  const pasted = useLog(useMemo(createLogReader, []));
  /** Finds out whether a file is a log while another one is open. */
  const trying = useMemo(createLogReader, []);
  const { read, cancel: cancelOpened } = opened;
  const holds = useRef(false);
  holds.current = isHeld(opened.log);
  const [fewRows, setFewRows] = useState('');
  /** Counts what was opened, canceled and typed: what is behind the newest of it has no say any more. */
  const latest = useRef(0);
  const lastTyped = useRef(typed);
  if (lastTyped.current !== typed) {
    lastTyped.current = typed;
    latest.current++;
  }
  /** The text of the last file that turned out to be no log. */
  const noLog = useRef<string>(undefined);

  useEffect(() => {
    if (typed === noLog.current) return;
    if (typed.length <= LONGEST_PASTE && LOG_LIKE.test(typed))
      start('reading a pasted log', () => pasted.read(typed));
  }, [typed, pasted.read]);

  const openFile = useCallback(
    (file: File) =>
      start('opening a file', async () => {
        const mine = ++latest.current;
        const isNewest = () => mine === latest.current;
        setFewRows('');
        if (file.size > LONGEST_PASTE) {
          open();
          await read(file);
          return;
        }
        let text: string;
        try {
          text = await textOfFile(file);
        } catch {
          const says = await noTextOf(file);
          if (isNewest()) onFailure(says);
          return;
        }
        if (!isNewest()) return;
        if (isInGuide) return take(text);
        const isTried = holds.current;
        const given = isTried ? await resultOf(trying, file) : await read(file);
        const report = typeof given === 'string' ? undefined : given;
        const tells = (what: (reading: PasteReading) => boolean) =>
          readPaste(text).then(what, () => false);
        const hasRecords = () => tells(hasContent);
        const hasFindings = () =>
          tells(({ records }) => records.some(({ findings }) => findings.length > 0));
        const isLogFile =
          !!report && isLog(report, report.unit === 'line' && (await hasRecords()), 2);
        // A log without rows or codes tells no more as a text, unless a rule speaks of its rows.
        const isBareLog = given === 'no rows' || (given === 'no codes' && !(await hasFindings()));
        if (!isNewest()) return;
        if (!isLogFile && !isBareLog) {
          noLog.current = text;
          return take(text);
        }
        if (isTried) {
          await read(file);
          if (!isNewest()) return;
        }
        if (!isLogFile) return open();
        if (report.total < FEW) setFewRows(text);
        open();
      }),
    [trying, read, readPaste, isInGuide, take, onFailure, open],
  );

  const cancel = useCallback(() => {
    latest.current++;
    trying.cancel();
    cancelOpened();
  }, [trying, cancelOpened]);
  useEffect(() => trying.cancel, [trying]);

  const { log } = pasted;
  const isPastedLog =
    log.state === 'read' &&
    log.of === typed &&
    paste.state !== 'reading' &&
    isLog(log.report, paste.state === 'read' && hasContent(paste.reading), LINES_OF_A_LOG);

  const isPastedLong = isPastedLog && log.report.total >= FEW;

  return { opened: { ...opened, cancel }, pasted, fewRows, isPastedLog, isPastedLong, openFile };
}
