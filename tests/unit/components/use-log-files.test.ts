// @vitest-environment happy-dom
import { h, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLogFiles } from '../../../components/use-log-files';
import { LONGEST_PASTE } from '../../../diagnosis/longest-paste';
import type { LogReader } from '../../../messaging/ask-log';
import { makeReport } from '../log/make-report';

vi.mock('../../../components/i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values].join(' ') },
}));

type Reading = Awaited<ReturnType<LogReader['read']>>;

/** A reader that holds one log at a time, as the worker does, and answers when the test says so. */
function makeReader() {
  let fail: ((error: Error) => void) | undefined;
  let answer: ((reading: Reading) => void) | undefined;
  const cancel = () => fail?.(new DOMException('The reading was canceled.', 'AbortError'));
  return {
    asked: [] as (File | string)[],
    answer: (reading: Reading) => answer!(reading),
    read(log: File | string) {
      cancel();
      this.asked.push(log);
      return new Promise<Reading>((resolve, reject) => {
        answer = resolve;
        fail = reject;
      });
    },
    narrow: vi.fn<LogReader['narrow']>(),
    rows: vi.fn<LogReader['rows']>(),
    cancel,
  };
}

const csv = (name: string) => new File([`a,b\n${name},1\n${name},2\n`], name);
const report = { ...makeReport(), total: 40 };

let readers: ReturnType<typeof makeReader>[];
let files: ReturnType<typeof useLogFiles>;
let typed: string;
let said: string[];
let root: HTMLElement;
const open = vi.fn<() => void>();

/** The page: what is no log comes into its field. */
function Page() {
  files = useLogFiles({
    createLogReader,
    typed,
    paste: { state: 'none' },
    readPaste,
    isInGuide: false,
    take,
    onFailure: (says) => said.push(says),
    open,
  });
  return null;
}

const draw = () => render(h(Page, {}), root);
const take = (text: string) => {
  typed = text;
  draw();
};
const readPaste = () => Promise.reject(new Error('no record'));
const createLogReader = () => {
  const reader = makeReader();
  readers.push(reader);
  return reader;
};

beforeEach(() => {
  readers = [];
  typed = '';
  said = [];
  open.mockClear();
  root = document.createElement('div');
  draw();
});
afterEach(() => render(null, root));

it('of two files dropped one after the other, the second is shown, and the first stays out of the field', async () => {
  const [opened] = readers;
  const second = csv('second.csv');
  files.openFile(csv('first.csv'));
  await vi.waitFor(() => expect(opened!.asked).toHaveLength(1));
  files.openFile(second);
  await vi.waitFor(() => expect(opened!.asked).toHaveLength(2));
  opened!.answer({ report });
  await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(files.opened.log).toMatchObject({ state: 'read', of: second }));
  expect(typed).toBe('');
});

it('a file whose text comes late does not take the place of a newer one', async () => {
  const [opened] = readers;
  const slow = csv('slow.csv');
  let deliver!: () => void;
  const late = new Promise<void>((resolve) => (deliver = resolve));
  vi.spyOn(slow, 'slice').mockReturnValue({
    arrayBuffer: () => late.then(() => new ArrayBuffer(0)),
  } as Blob);
  files.openFile(slow);
  const second = csv('second.csv');
  files.openFile(second);
  await vi.waitFor(() => expect(opened!.asked).toEqual([second]));
  deliver();
  opened!.answer({ report });
  await vi.waitFor(() => expect(files.opened.log).toMatchObject({ state: 'read', of: second }));
  expect(opened!.asked).toEqual([second]);
});

it('a file whose reading is canceled does not come into the field', async () => {
  const [opened] = readers;
  files.openFile(csv('first.csv'));
  await vi.waitFor(() => expect(files.opened.log.state).toBe('reading'));
  files.opened.cancel();
  await vi.waitFor(() => expect(files.opened.log.state).toBe('none'));
  // What is opened next is shown after the canceled one ended.
  files.openFile(csv('second.csv'));
  await vi.waitFor(() => expect(opened!.asked).toHaveLength(2));
  opened!.answer({ report });
  await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
  expect(typed).toBe('');
});

it('a file that is no log comes into the field, and is not read a second time there', async () => {
  const [opened, pasted] = readers;
  files.openFile(csv('recipe.csv'));
  await vi.waitFor(() => expect(opened!.asked).toHaveLength(1));
  opened!.answer({ why: 'no log' });
  await vi.waitFor(() => expect(typed).toContain('recipe.csv'));
  // What is pasted after it is read, so that the file would have been by then.
  take('a,b\npasted,1\npasted,2\n');
  await vi.waitFor(() => expect(pasted!.asked).toHaveLength(1));
  expect(pasted!.asked).toEqual(['a,b\npasted,1\npasted,2\n']);
});

it('a file that is no log leaves the log that is open alone, and one that is a log takes its place', async () => {
  const [opened, , trying] = readers;
  const first = csv('first.csv');
  files.openFile(first);
  await vi.waitFor(() => expect(opened!.asked).toHaveLength(1));
  opened!.answer({ report });
  await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
  files.openFile(csv('recipe.csv'));
  await vi.waitFor(() => expect(trying!.asked).toHaveLength(1));
  trying!.answer({ why: 'no log' });
  await vi.waitFor(() => expect(typed).toContain('recipe.csv'));
  expect(files.opened.log).toMatchObject({ state: 'read', of: first });

  const second = csv('second.csv');
  files.openFile(second);
  await vi.waitFor(() => expect(trying!.asked).toHaveLength(2));
  trying!.answer({ report });
  await vi.waitFor(() => expect(opened!.asked).toEqual([first, second]));
  opened!.answer({ report });
  await vi.waitFor(() => expect(files.opened.log).toMatchObject({ state: 'read', of: second }));
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));
});

it('a log that is too long for a text, and still read, is left alone, too', async () => {
  const [opened, , trying] = readers;
  const long = new File([new Uint8Array(LONGEST_PASTE + 1)], 'long.csv');
  files.openFile(long);
  await vi.waitFor(() => expect(files.opened.log.state).toBe('reading'));
  files.openFile(csv('recipe.csv'));
  await vi.waitFor(() => expect(trying!.asked).toHaveLength(1));
  expect(opened!.asked).toEqual([long]);
  trying!.answer({ why: 'no log' });
  await vi.waitFor(() => expect(typed).toContain('recipe.csv'));
  expect(files.opened.log).toMatchObject({ state: 'reading', of: long });
});

it('of two files that are tried while a log is open, the first one is given up', async () => {
  const [opened, , trying] = readers;
  files.openFile(csv('log.csv'));
  await vi.waitFor(() => expect(opened!.asked).toHaveLength(1));
  opened!.answer({ report });
  await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
  files.openFile(csv('first.csv'));
  await vi.waitFor(() => expect(trying!.asked).toHaveLength(1));
  files.openFile(csv('second.csv'));
  await vi.waitFor(() => expect(trying!.asked).toHaveLength(2));
  trying!.answer({ why: 'no log' });
  await vi.waitFor(() => expect(typed).toContain('second.csv'));
  files.openFile(csv('third.csv'));
  await vi.waitFor(() => expect(trying!.asked).toHaveLength(3));
  const isGivenUp = vi.spyOn(trying!, 'cancel');
  files.opened.cancel();
  expect(isGivenUp).toHaveBeenCalled();
  // No further reader, which would hold its file beside the others.
  expect(readers).toHaveLength(3);
});

it('a file that is read late does not take the place of what was typed meanwhile', async () => {
  const [opened] = readers;
  files.openFile(csv('recipe.csv'));
  await vi.waitFor(() => expect(opened!.asked).toHaveLength(1));
  take('wrong password');
  opened!.answer({ why: 'no log' });
  await vi.waitFor(() => expect(files.opened.log.state).toBe('refused'));
  expect(typed).toBe('wrong password');
});

it.each(['no rows', 'no codes'] as const)(
  'a log with %s is told so where logs are explained, and stays out of the field',
  async (reason) => {
    const [opened] = readers;
    files.openFile(csv('empty.csv'));
    await vi.waitFor(() => expect(opened!.asked).toHaveLength(1));
    opened!.answer({ why: reason });
    await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
    expect(files.opened.log).toMatchObject({ state: 'refused', why: reason });
    expect(typed).toBe('');
  },
);

it('an archive is named as one', async () => {
  files.openFile(new File([Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)], 'log.zip'));
  await vi.waitFor(() => expect(said).toEqual(['log.refused.archive log.zip']));
  files.openFile(new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0)], 'cat.png'));
  await vi.waitFor(() => expect(said).toContain('findings.notRead cat.png'));
});
