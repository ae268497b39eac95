import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../lookup/entry';
import type { Hit } from '../../../finder/hits';
import type { PageWithRecord } from '../../../overlay/record-handle';
import { createRecords, type Records } from '../../../overlay/records';

const RULES = { causes: ['rules of the code'] };
const RECORD = { ids: { correlationId: '62e76ee1-52af-46d3-ba8f-3f0be6aea289' } };
const hit = { code: 'AADSTS50126' } as Hit;

let page: PageWithRecord;
let send: ReturnType<typeof vi.fn>;
let records: Records;
let read: ReturnType<typeof vi.fn>;
let follow: ReturnType<typeof vi.fn>;
const drawPanel = () => null;

/** The script that reads records appears in the frame when the background answers. */
function load(): void {
  Object.assign(page, {
    record: {
      reader: { read, follow, paneOf: () => ({ root: 'pane' }) },
      drawPanel,
      ticketText: (ticket: object) => JSON.stringify(ticket),
    },
  });
}

beforeEach(() => {
  read = vi.fn(() => RECORD);
  follow = vi.fn();
  send = vi.fn(() => {
    load();
    return Promise.resolve(RULES);
  });
  page = { host: 'entra.microsoft.com', send } as unknown as PageWithRecord;
  records = createRecords(page);
});

/** What is shown of a hit until nothing more comes by itself. */
async function shown(signal = new AbortController().signal): Promise<object[]> {
  const all: object[] = [];
  records.follow(hit, (looked) => all.push(looked), signal);
  await new Promise((resolve) => setTimeout(resolve));
  return all;
}

describe('the record of a code', () => {
  it('is read by a script that comes with the first question, with the rules of the code', async () => {
    expect(records.paneOf(hit)).toBeUndefined();
    expect(await records.read(hit)).toEqual(RECORD);
    expect(send).toHaveBeenCalledExactlyOnceWith('readRecord', {
      code: 'AADSTS50126',
      needsReader: true,
    });
    expect(read).toHaveBeenCalledWith(hit, RULES);
    expect(records.paneOf(hit)).toEqual({ root: 'pane' });
  });

  it('is asked for once for each code, and the script once for all', async () => {
    await records.read(hit);
    await records.read(hit);
    await records.read({ code: 'AADSTS53003' } as Hit);
    expect(send.mock.calls).toEqual([
      ['readRecord', { code: 'AADSTS50126', needsReader: true }],
      ['readRecord', { code: 'AADSTS53003', needsReader: false }],
    ]);
  });

  it('is empty where the background does not answer, and is asked for again', async () => {
    send.mockRejectedValueOnce(new Error('no worker'));
    expect(await records.read(hit)).toEqual({ ids: {} });
    expect(await records.read(hit)).toEqual(RECORD);
  });

  it('is empty where the page is not what the reader knows', async () => {
    read.mockImplementation(() => {
      throw new TypeError('hostile page');
    });
    expect(await records.read(hit)).toEqual({ ids: {} });
  });
});

describe('who looks at a code', () => {
  it('is shown its record, and again when the page says more', async () => {
    const all = await shown();
    expect(all).toEqual([{ ...RECORD, drawPanel }]);
    const [[, again]] = follow.mock.calls as [[Hit, () => void]];
    read.mockReturnValue({ ids: {} });
    again();
    expect(all).toEqual([
      { ...RECORD, drawPanel },
      { ids: {}, drawPanel },
    ]);
  });

  it('is shown the rest where the record cannot be read', async () => {
    read.mockImplementation(() => {
      throw new TypeError('hostile page');
    });
    expect(await shown()).toEqual([{ drawPanel }]);
  });

  it('is told that the rest could not be loaded', async () => {
    send.mockImplementation(() => Promise.reject(new Error('no worker')));
    expect(await shown()).toEqual([{ drawPanel: 'failed' }]);
  });

  it('is shown nothing after they looked away', async () => {
    expect(await shown(AbortSignal.abort())).toEqual([]);
  });
});

describe('the text for IT', () => {
  const entry = { title: 'Wrong user name or password' } as Entry;

  it('is made of entry, page and record', async () => {
    expect(JSON.parse(await records.ticket(hit, entry))).toEqual({
      code: 'AADSTS50126',
      entry,
      host: 'entra.microsoft.com',
      ...RECORD,
    });
  });

  it('is code, title and page where nothing more could be loaded', async () => {
    send.mockImplementation(() => Promise.reject(new Error('no worker')));
    expect(await records.ticket(hit, entry)).toBe(
      'AADSTS50126\nWrong user name or password\nentra.microsoft.com',
    );
    expect(await records.ticket(hit, undefined)).toBe('AADSTS50126\nentra.microsoft.com');
  });
});
