// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../../finder/hits';
import type { PageWithRecord } from '../../../overlay/record-handle';
import type { RecordReader } from '../../../overlay/record-reader';
import { withRowPatterns } from '../../../overlay/row-patterns';
import { hitIn } from './browser-fakes';

const PATTERN = {
  weight: 'act' as const,
  says: 'In the 30 rows shown, 203.0.113.66 failed for 14 users.',
  unless: 'An office can look the same.',
  command: 'SigninLogs',
};

let page: PageWithRecord;
let answer: () => Promise<unknown>;
let asked: number;
const inner = { read: () => ({ ids: { ipAddress: '203.0.113.66' } }), follow: vi.fn() };

beforeEach(() => {
  asked = 0;
  answer = async () => [];
  document.body.innerHTML = '';
  page = {
    isSignIn: false,
    isMicrosoft: true,
    send: () => {
      asked++;
      page.patterns = { patternOf: () => PATTERN };
      return answer();
    },
  } as unknown as PageWithRecord;
});

const reader = () => withRowPatterns(inner as unknown as RecordReader, page);

function inRow(): Hit {
  document.body.innerHTML =
    '<div role="grid"><div role="row"><div role="gridcell"></div></div></div>';
  return hitIn(document.querySelector('[role=gridcell]')!);
}

/** What a person reads under the head of the card. */
function drawn(wrapped: RecordReader, hit: Hit): string {
  const place = document.createElement('div');
  render(wrapped.read(hit, undefined).row, place);
  return place.textContent;
}

describe('what the rows around a code show', () => {
  it('comes when somebody looks at a code in a list, asked for once', async () => {
    const wrapped = reader();
    const hit = inRow();
    const changed = vi.fn();
    expect(drawn(wrapped, hit)).toBe('');
    const { signal } = new AbortController();
    wrapped.follow(hit, changed, signal);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect(drawn(wrapped, hit)).toContain(PATTERN.says);
    expect(drawn(wrapped, hit)).toContain(PATTERN.unless);
    expect(wrapped.read(hit, undefined).ids).toEqual({ ipAddress: '203.0.113.66' });
    wrapped.follow(hit, changed, signal);
    expect(asked).toBe(1);
  });

  it('is looked at again when the list shows other rows, and no more after the card is closed', async () => {
    const wrapped = reader();
    const hit = inRow();
    const changed = vi.fn();
    const card = new AbortController();
    wrapped.follow(hit, changed, card.signal);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    document.querySelector('[role=grid]')!.append(document.createElement('div'));
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
    card.abort();
    vi.useFakeTimers();
    document.querySelector('[role=grid]')!.append(document.createElement('div'));
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['in prose', {}, () => hitIn(document.body)],
    ['where a person signs in', { isSignIn: true }, inRow],
    ['on other sites', { isMicrosoft: false }, inRow],
  ])('is not asked for %s', (_, more, make) => {
    page = { ...page, ...more };
    const wrapped = reader();
    wrapped.follow(make(), () => {}, new AbortController().signal);
    expect(asked).toBe(0);
  });

  it('is missing where it cannot be loaded or read, and the record stands', async () => {
    answer = () => Promise.reject(new Error('The worker is gone.'));
    const wrapped = reader();
    const hit = inRow();
    const changed = vi.fn();
    wrapped.follow(hit, changed, new AbortController().signal);
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    expect(drawn(wrapped, hit)).toBe('');
    answer = async () => [];
    wrapped.follow(hit, changed, new AbortController().signal);
    await vi.waitFor(() => expect(drawn(wrapped, hit)).toContain(PATTERN.says));
    page.patterns = {
      patternOf: () => {
        throw new Error('The list is not what we know.');
      },
    };
    expect(drawn(wrapped, hit)).toBe('');
    expect(wrapped.read(hit, undefined).ids).toEqual({ ipAddress: '203.0.113.66' });
  });
});
