// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { createPageCodes } from '../../../finder/page-codes';
import { createRecordReader, type RecordReader } from '../../../overlay/record-reader';
import { runAll } from '../finder/steps';
import { fakeBrowser, type FakeBrowser } from './browser-fakes';

const A = '790d21d9-3f1e-4c55-9a8b-3c1e5d7f0a01';
const B = '1a2b3c4d-0f0f-4e4e-8d8d-0123456789ab';

let browser: FakeBrowser;
let codes: ReturnType<typeof createPageCodes>;
let reader: RecordReader;

const row = (label: string, value: string) =>
  `<div class="row"><div>${label}</div><div>${value}</div></div>`;
const BASIC = (id = A, code = '53003') =>
  row('Sign-in error code', code) +
  row('Correlation ID', id) +
  row('Date', '2026-01-05T10:11:12Z') +
  row('Client app', 'Browser');
const LOCATION = row('IP address', '203.0.113.7') + row('Location', 'Lisbon, PT');

/** Draws what a panel shows, beside its tabs, and finds the codes in it. */
function show(panel: string, tab = 'Basic info'): Hit[] {
  const names = ['Basic info', 'Location'].map(
    (name) => `<i role="tab" aria-selected="${name === tab}">${name}</i>`,
  );
  const pane = document.querySelector('main') ?? document.createElement('main');
  pane.innerHTML ||= '<div role="tablist"></div><div class="panel"></div>';
  pane.querySelector('[role=tablist]')!.innerHTML = names.join('');
  pane.querySelector('.panel')!.innerHTML = panel;
  if (!pane.isConnected) document.body.append(pane);
  return read();
}
function read(): Hit[] {
  codes = createPageCodes(
    { bareNumbers: true, isKnownHresult: () => false },
    () => {},
    () => {},
  );
  runAll(codes.read([[document.body]], []));
  return [...codes.hits];
}
/** The values that the pane of a hit has said so far. */
const said = (hit: Hit) => {
  const pane = reader.paneOf(hit);
  return pane && Object.fromEntries(pane.facts.facts.map(({ name, value }) => [name, value]));
};

beforeEach(() => {
  browser = fakeBrowser();
  reader = createRecordReader({
    isSignIn: false,
    get hits() {
      return codes.hits;
    },
    hitsAt: (node) => codes.at(node),
  });
});

const FIRST = { 'signIn.errorCode': 'AADSTS53003', 'signIn.correlationId': A };

describe('a pane with tabs', () => {
  it('is one record, whichever of its tabs is open', () => {
    const [hit] = show(BASIC());
    expect(said(hit!)).toMatchObject(FIRST);
    expect(said(hit!)).not.toHaveProperty('signIn.ipAddress');
    show(LOCATION, 'Location');
    expect(said(hit!)).toMatchObject({ ...FIRST, 'signIn.ipAddress': '203.0.113.7' });
    const [again] = show(BASIC());
    expect(said(again!)).toMatchObject({ ...FIRST, 'signIn.ipAddress': '203.0.113.7' });
    expect(reader.paneOf(again!)).toMatchObject({
      code: 'AADSTS53003',
      root: document.querySelector('main'),
      tabs: document.querySelector('[role=tablist]'),
      ids: { correlationId: A },
    });
  });

  it('forgets a sign-in when it shows another one, of the same code or not', () => {
    const [hit] = show(BASIC());
    said(hit!);
    show(LOCATION, 'Location');
    said(hit!);
    const [other] = show(BASIC(B));
    expect(said(other!)).toMatchObject({ 'signIn.correlationId': B });
    expect(said(other!)).not.toHaveProperty('signIn.ipAddress');
    const [third] = show(BASIC(B, '50126'));
    expect(said(third!)).toMatchObject({ 'signIn.errorCode': 'AADSTS50126' });
    expect(reader.paneOf(third!)!.ids).toEqual({
      correlationId: B,
      timestamp: '2026-01-05T10:11:12Z',
    });
  });

  it.each([
    ['another sign-in is open in another tab', row('Correlation ID', B) + LOCATION],
    ['another code stands in it', BASIC(B, '50126')],
    ['it shows the same code anew', BASIC()],
  ])('is none of a code that is gone where %s', (_, panel) => {
    const [hit] = show(BASIC());
    said(hit!);
    show(panel, 'Location');
    expect(said(hit!)).toBeUndefined();
  });

  it('is none once it said that it shows another sign-in', () => {
    const [hit] = show(BASIC());
    said(hit!);
    show(row('Correlation ID', B), 'Location');
    expect(said(hit!)).toBeUndefined();
    show(LOCATION, 'Location');
    expect(said(hit!)).toBeUndefined();
  });

  it.each<[string, () => void]>([
    ['it is gone', () => document.querySelector('main')!.remove()],
    ['its tabs are gone', () => document.querySelector('[role=tablist]')!.remove()],
  ])('is none where %s', (_, change) => {
    const [hit] = show(BASIC());
    said(hit!);
    show(LOCATION, 'Location');
    change();
    expect(said(hit!)).toBeUndefined();
  });

  it('is none of a code that nobody looked at', () => {
    const [hit] = show(BASIC());
    show(LOCATION, 'Location');
    expect(said(hit!)).toBeUndefined();
  });
});

describe('what is told of a sign-in', () => {
  const rules = { causes: [], answers: [] };

  it('is that of its pane, after its code is gone as well', () => {
    const [hit] = show(BASIC());
    const first = reader.read(hit!, rules);
    expect(first).toMatchObject({ ids: { correlationId: A }, causes: [] });
    show(LOCATION, 'Location');
    expect(reader.read(hit!, rules)).toMatchObject({ ids: { correlationId: A }, causes: [] });
  });

  it('is its ids without tabs, too', () => {
    document.body.innerHTML = `<section>${BASIC()}</section>`;
    const [hit] = read();
    expect(reader.paneOf(hit!)).toBeUndefined();
    expect(reader.read(hit!, rules)).toMatchObject({ ids: { correlationId: A }, causes: [] });
  });

  it('judges no causes by a page that says next to nothing, nor where nothing can be told', () => {
    document.body.innerHTML = `<p>AADSTS53003: blocked</p>`;
    const [hit] = read();
    expect(reader.read(hit!, rules)).not.toHaveProperty('causes');
    const [other] = show(BASIC());
    expect(reader.read(other!, undefined)).not.toHaveProperty('causes');
  });
});

describe('who follows a sign-in', () => {
  it('is told once for each frame in which its part of the page changed, until the end', async () => {
    const [hit] = show(BASIC());
    reader.read(hit!, undefined);
    const changed = vi.fn();
    const stop = new AbortController();
    reader.follow(hit!, changed, stop.signal);
    const turn = () => new Promise((done) => setTimeout(done));
    show(LOCATION, 'Location');
    await turn();
    show(LOCATION + row('City', 'Lisbon'), 'Location');
    await turn();
    expect(changed).not.toHaveBeenCalled();
    await browser.frame();
    expect(changed).toHaveBeenCalledTimes(1);
    document.querySelector('[role=tab]')!.setAttribute('aria-selected', 'true');
    await turn();
    await browser.frame();
    expect(changed).toHaveBeenCalledTimes(2);
    show(LOCATION, 'Location');
    await turn();
    stop.abort();
    await browser.frame();
    expect(changed).toHaveBeenCalledTimes(2);
  });
});
