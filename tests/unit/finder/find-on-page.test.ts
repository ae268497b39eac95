// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findOnPage } from '../../../finder/find-on-page';
import { pageHandle } from '../../../finder/page-handle';
import type { Explanation } from '../../../messaging/protocol';

const EXPLANATION: Explanation = {
  isOn: true,
  entries: {},
  weights: {},
  places: {},
  settings: { supportName: '', supportUrl: '' },
};
const BLOCK_PAGE = '<meta name="PageID" content="ConvergedConditionalAccess">';

const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>();

/** Opens a page and reads it, with what the background answers. */
async function open(
  address: string,
  html: string,
  answer: () => Promise<unknown> = () => Promise.resolve({ ok: EXPLANATION }),
): Promise<void> {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);
  document.body.innerHTML = html;
  sendMessage.mockImplementation(answer);
  findOnPage({ sendMessage });
  await vi.advanceTimersByTimeAsync(100);
}

const asked = () =>
  sendMessage.mock.calls.map(([message]) => (message as { data: { codes: string[] } }).data.codes);

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
  // Node 20 has no such function, which all supported browsers have.
  Object.assign(Promise, {
    withResolvers: () => {
      const made: Record<string, unknown> = {};
      made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
      return made;
    },
  });
});

afterEach(() => {
  pageHandle()?.stop.abort();
  document.head.innerHTML = '';
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const SIGN_IN = 'https://login.microsoftonline.com/common/login';
const PORTAL = 'https://entra.microsoft.com/';
const OTHER = 'https://app.contoso.com/';

describe('the background is asked', () => {
  it('once, for each code that the page holds, and gives its answer to the card', async () => {
    await open(SIGN_IN, '<p>AADSTS50126</p><p>AADSTS50058, again AADSTS50126</p>');
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({
      signpost: 'explain',
      data: { codes: ['AADSTS50126', 'AADSTS50058'], needsCard: true },
    });
    await expect(pageHandle()!.explanation).resolves.toEqual(EXPLANATION);
    document.body.append('AADSTS53003');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sendMessage).toHaveBeenCalledOnce();
  });

  it('for each code once, so that all marks have their weights at once', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `<p>AADSTS${50_000 + (at % 50)}</p>`);
    await open(OTHER, lines.join(''));
    expect(asked()[0]).toHaveLength(50);
    expect(pageHandle()!.hits.size).toBe(60);
  });

  it('nothing on a page without a code', async () => {
    await open(SIGN_IN, '<p>Sign in</p>');
    await vi.advanceTimersByTimeAsync(5000);
    expect(sendMessage).not.toHaveBeenCalled();
  });

  it('when a code comes later', async () => {
    await open(SIGN_IN, '<p>Sign in</p>');
    document.body.append('AADSTS50126');
    await vi.advanceTimersByTimeAsync(300);
    expect(asked()).toEqual([['AADSTS50126']]);
  });

  it('again while it does not answer, four times at most', async () => {
    await open(SIGN_IN, '<p>AADSTS50126</p>', () => Promise.reject(new Error('no worker')));
    expect(sendMessage).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(700);
    expect(sendMessage).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sendMessage).toHaveBeenCalledTimes(4);
  });
});

describe('a page is left alone', () => {
  it('from the moment when the background says that sign-in pages are turned off', async () => {
    await open(SIGN_IN, '<p>AADSTS50126</p>', () =>
      Promise.resolve({ ok: { ...EXPLANATION, isOn: false } }),
    );
    expect(pageHandle()).toBeUndefined();
  });

  it('where it is a frame inside a sign-in page, which speaks to nobody', async () => {
    vi.stubGlobal('top', {});
    await open(SIGN_IN, '<p>AADSTS50126</p>');
    expect(sendMessage).not.toHaveBeenCalled();
    await open(PORTAL, '<p>AADSTS50126</p>');
    expect(asked()).toEqual([['AADSTS50126']]);
  });

  it('by a second script in the same frame', async () => {
    await open(SIGN_IN, '<p>AADSTS50126</p>');
    const first = pageHandle();
    findOnPage({ sendMessage });
    await vi.advanceTimersByTimeAsync(300);
    expect(pageHandle()).toBe(first);
    expect(sendMessage).toHaveBeenCalledOnce();
  });
});

it('a number beside a label is a code on Microsoft’s pages alone', async () => {
  await open(PORTAL, '<p>Error code: 53003</p>');
  expect(asked()).toEqual([['AADSTS53003']]);
  pageHandle()!.stop.abort();
  sendMessage.mockClear();
  await open(OTHER, '<p>Error code: 53003</p>');
  expect(asked()).toEqual([]);
});

it('the page of a block by Conditional Access, whose code stands behind a link, is explained without one', async () => {
  document.head.innerHTML = BLOCK_PAGE;
  await open(SIGN_IN, '<p>You cannot access this right now</p>');
  expect(asked()).toEqual([[]]);
  pageHandle()!.stop.abort();
  sendMessage.mockClear();
  await open(OTHER, '<p>You cannot access this right now</p>');
  expect(asked()).toEqual([]);
});

it('codes in shadow roots are found, and followed', async () => {
  document.body.replaceChildren();
  await open(PORTAL, '<div id="host"></div>');
  const root = document.getElementById('host')!.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>AADSTS50126</p>';
  await vi.advanceTimersByTimeAsync(1500);
  expect(asked()).toEqual([['AADSTS50126']]);
});

it('codes in shadow roots go with the host, come back with it, and stay where it is moved', async () => {
  await open(PORTAL, '<p>AADSTS50126</p><section><div id="host"></div></section><aside></aside>');
  const host = document.getElementById('host')!;
  const inner = document.createElement('div');
  inner.attachShadow({ mode: 'open' }).innerHTML = '<p>AADSTS53003</p>';
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>AADSTS700016</p>';
  root.append(inner);
  await vi.advanceTimersByTimeAsync(1500);
  const found = () => [...pageHandle()!.hits].map(({ code }) => code).sort();
  const all = ['AADSTS50126', 'AADSTS53003', 'AADSTS700016'];
  expect(found()).toEqual(all);

  const section = document.querySelector('section')!;
  section.remove();
  await vi.advanceTimersByTimeAsync(300);
  expect(found()).toEqual(['AADSTS50126']);
  document.body.append(section);
  await vi.advanceTimersByTimeAsync(600);
  expect(found()).toEqual(all);

  const marker = { add: vi.fn(), remove: vi.fn() };
  Object.assign(pageHandle()!, { marker });
  document.querySelector('aside')!.append(host);
  await vi.advanceTimersByTimeAsync(600);
  expect(found()).toEqual(all);
  expect(marker.remove).not.toHaveBeenCalled();
});

it('marks and card are told of each code that comes and goes, and once of each batch', async () => {
  await open(PORTAL, '<p>AADSTS50126</p>');
  const marker = { add: vi.fn(), remove: vi.fn() };
  const changed = vi.fn();
  Object.assign(pageHandle()!, { marker, changed });
  document.body.append('Error AADSTS50058 and AADSTS53003');
  await vi.advanceTimersByTimeAsync(300);
  expect(marker.add.mock.calls.map(([{ code }]) => code)).toEqual(['AADSTS50058', 'AADSTS53003']);
  expect(changed).toHaveBeenCalledOnce();
  document.querySelector('p')!.remove();
  await vi.advanceTimersByTimeAsync(300);
  expect(marker.remove.mock.calls.map(([{ code }]) => code)).toEqual(['AADSTS50126']);
  expect(changed).toHaveBeenCalledTimes(2);
  document.body.append('no code');
  await vi.advanceTimersByTimeAsync(300);
  expect(changed).toHaveBeenCalledTimes(2);
});
