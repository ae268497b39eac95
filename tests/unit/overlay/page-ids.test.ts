// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { SignInIds } from '../../../detection/find-ids';
import { createPageCodes } from '../../../finder/page-codes';
import { recordNear, type RecordPlace } from '../../../overlay/page-ids';
import { runAll } from '../finder/steps';

const A = '790d21d9-3f1e-4c55-9a8b-3c1e5d7f0a01';
const B = '1a2b3c4d-0f0f-4e4e-8d8d-0123456789ab';
const C = '62e76ee1-52af-46d3-ba8f-3f0be6aea289';
const TIME = '2026-01-05T10:11:12Z';

/** The ids of each code on a page, in their order. */
const idsOf = (html: string, isSignIn = false): [code: string, ids: SignInIds][] =>
  placesOf(html, isSignIn).map(([code, { ids }]) => [code, ids]);

/** The record of each code on a page, in their order. */
function placesOf(html: string, isSignIn = false): [code: string, place: RecordPlace][] {
  document.body.innerHTML = html;
  const codes = createPageCodes(
    { bareNumbers: true, isKnownHresult: () => false },
    () => {},
    () => {},
  );
  runAll(codes.read([[document.body]], []));
  return [...codes.hits].map((hit) => [hit.code, recordNear(hit, { hitsAt: codes.at, isSignIn })]);
}

/** Correlation ids of three records in a page, by code. */
const correlationIds = (html: string) => idsOf(html).map(([, { correlationId }]) => correlationId);

const CODES = ['AADSTS50126', 'AADSTS53003', 'AADSTS50011'];
const IDS = [A, B, C];

/** A list of three records, each with its id before or after its code. */
function records(
  wrap: (id: string, code: string) => string,
  idFirst: (id: string, code: string) => string[],
  within: (rows: string) => string = (rows) => rows,
): string {
  return within(
    IDS.map((id, at) => wrap(...(idFirst(id, CODES[at]!) as [string, string]))).join(''),
  );
}

const ORDERS: Record<string, (id: string, code: string) => string[]> = {
  'id before code': (id, code) => [`Correlation ID: ${id}`, `${code}: it failed`],
  'code before id': (id, code) => [`${code}: it failed`, `Correlation ID: ${id}`],
};

const SHAPES: Record<
  string,
  [wrap: (one: string, two: string) => string, within?: (rows: string) => string]
> = {
  'rows of a table': [
    (one, two) => `<tr><td>${one}</td><td>${two}</td></tr>`,
    (rows) => `<table>${rows}</table>`,
  ],
  'two rows of a table for each': [
    (one, two) => `<tr><td>${one}</td></tr><tr><td>${two}</td></tr>`,
    (rows) => `<table>${rows}</table>`,
  ],
  boxes: [(one, two) => `<div><p>${one}</p><p>${two}</p></div>`],
  'a flat list': [(one, two) => `<p>${one}</p><p>${two}</p>`, (rows) => `<div>${rows}</div>`],
  'lines of a log': [(one, two) => `${one} ${two}\n`, (rows) => `<pre>${rows}</pre>`],
  'one paragraph': [(one, two) => `${one}, ${two}. `, (rows) => `<p>${rows}</p>`],
};

describe.each(Object.entries(ORDERS))('records with %s', (_, order) => {
  it.each(Object.entries(SHAPES))('in %s keep their own ids', (_, [wrap, within]) => {
    expect(correlationIds(records(wrap, order, within))).toEqual(IDS);
  });
});

describe('records with heads of columns', () => {
  const head = (names: string[]) => `<tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr>`;
  it('keep the ids of their row, whatever the order of the columns', () => {
    const rows = IDS.map((id, at) => `<tr><td>${id}</td><td>${CODES[at]}</td></tr>`).join('');
    const turned = IDS.map((id, at) => `<tr><td>${CODES[at]}</td><td>${id}</td></tr>`).join('');
    expect(
      correlationIds(`<table>${head(['Correlation ID', 'Error code'])}${rows}</table>`),
    ).toEqual(IDS);
    expect(
      correlationIds(`<table>${head(['Error code', 'Correlation ID'])}${turned}</table>`),
    ).toEqual(IDS);
  });
});

describe('another sign-in’s ids are never taken', () => {
  it.each([
    [
      'of the error before',
      `<div><p>AADSTS50126: wrong. Correlation ID: ${A} Timestamp: ${TIME}</p></div><div><p>AADSTS53003: blocked</p></div>`,
      [A, undefined],
    ],
    [
      'of the error after',
      `<p>AADSTS53003: blocked</p><p>AADSTS50126: wrong. Correlation ID: ${A}</p>`,
      [undefined, A],
    ],
    [
      'of the same error before',
      `<p>AADSTS50126: wrong. Correlation ID: ${A}</p><p>AADSTS50126: wrong</p>`,
      [A, undefined],
    ],
    [
      'that stand between two errors',
      `<p>AADSTS50126: wrong</p><p>Correlation ID: ${A}</p><p>AADSTS53003: blocked</p>`,
      [undefined, undefined],
    ],
    [
      'of two other records',
      `<section><p>AADSTS53003: blocked</p></section><p>Correlation ID: ${A}</p><p>Correlation ID: ${B}</p>`,
      [undefined],
    ],
    [
      'of a record further out',
      `<main><div><p>AADSTS53003: blocked</p><p>Correlation ID: ${A}</p></div><p>Correlation ID: ${B}</p><p>User: other@contoso.com</p></main>`,
      [A],
    ],
  ])('%s', (_, html, expected) => expect(correlationIds(html)).toEqual(expected));

  it('nor the rest of its record', () => {
    const record = (id: string, code: string, device: string, user: string) =>
      `{"correlationId":"${id}","userPrincipalName":"${user}","status":{"errorCode":${code}},"deviceDetail":{"deviceId":"${device}"}}`;
    const text = [record(A, '50126', C, 'a@contoso.com'), record(B, '53003', A, 'b@contoso.com')];
    expect(idsOf(`<pre>[${text.join(',\n')}]</pre>`)).toEqual([
      ['AADSTS50126', { correlationId: A, userPrincipalName: 'a@contoso.com', deviceId: C }],
      ['AADSTS53003', { correlationId: B, userPrincipalName: 'b@contoso.com', deviceId: A }],
    ]);
  });
});

describe('one record', () => {
  const rows = `<div id="details"><div>Request Id: ${A}</div><div>Correlation Id: ${B}</div><div>Timestamp: ${TIME}</div><div>Message: AADSTS50011: no match</div></div>`;
  const ids = { requestId: A, correlationId: B, timestamp: TIME };

  it('on a sign-in page is named in several places', () => {
    const html = `<main><div><p>AADSTS50011: no match</p></div>${rows}</main>`;
    expect(idsOf(html, true)).toEqual([
      ['AADSTS50011', ids],
      ['AADSTS50011', ids],
    ]);
  });

  it('in a pane is read from its rows of labels and values', () => {
    const row = (label: string, value: string) =>
      `<div class="row"><div>${label}</div><div>${value}</div></div>`;
    const html = `<h1>Basic info</h1><div>${row('Date', TIME)}${row('Correlation ID', B)}${row('Sign-in error code', '53003')}${row('Username', 'a@contoso.com')}</div>`;
    expect(idsOf(html)).toEqual([
      ['AADSTS53003', { timestamp: TIME, correlationId: B, userPrincipalName: 'a@contoso.com' }],
    ]);
  });

  it('is not read from what a person typed, nor from what is hidden', () => {
    const html = `<div><p>AADSTS50126: wrong</p><textarea>Correlation ID: ${A}</textarea><div contenteditable="true">Request ID: ${B}</div><p style="display:none">Trace ID: ${C}</p></div>`;
    expect(idsOf(html)).toEqual([['AADSTS50126', {}]]);
  });

  it('is not looked for in a text too long to be about one sign-in', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `AADSTS${50_000 + at}`).join(' ');
    document.body.innerHTML = `<p>${many}</p>`;
    const codes = createPageCodes(
      { bareNumbers: true, isKnownHresult: () => false },
      () => {},
      () => {},
    );
    runAll(codes.read([[document.body]], []));
    const replaced = vi.spyOn(String.prototype, 'replace');
    const [hit] = codes.hits;
    expect(recordNear(hit!, { hitsAt: codes.at, isSignIn: false }).ids).toEqual({});
    expect(replaced).not.toHaveBeenCalled();
  });
});

describe('a row of a grid', () => {
  it.each(['grid', 'treegrid'])('is the record, and nothing around it (%s)', (role) => {
    const cells = (values: string[], of: string) =>
      `<div role="row">${values.map((value) => `<div role="${of}">${value}</div>`).join('')}</div>`;
    const [[, place] = []] = placesOf(
      `<section><p>Request ID: ${A}</p><div role="${role}">${cells(['Sign-in error code', 'Correlation ID'], 'columnheader')}${cells(['53003', B], 'gridcell')}</div></section>`,
    );
    expect(place).toEqual({
      ids: { correlationId: B },
      row: document.querySelectorAll('[role=row]')[1],
    });
  });

  it('of a table lies in a page that may say more of the same sign-in', () => {
    const [[, place] = []] = placesOf(
      `<section><p>Request ID: ${A}</p><table><tr><td>AADSTS53003: blocked</td></tr></table></section>`,
    );
    expect(place!.row).toBeUndefined();
    expect(place!.ids).toEqual({ requestId: A });
  });
});

describe('an id that stands far from the code', () => {
  const far = (steps: number) =>
    `<p>Correlation ID: ${A}</p>${'<div>'.repeat(steps)}<p>AADSTS53003: blocked</p>${'</div>'.repeat(steps)}`;
  it('is taken a few steps up, and not from anywhere above', () => {
    expect(correlationIds(far(5))).toEqual([A]);
    expect(correlationIds(far(30))).toEqual([undefined]);
  });
});

describe('a pane with tabs', () => {
  const TABS = '<div role="tablist"><i role="tab">Basic info</i><i role="tab">Location</i></div>';
  const panel = (more = '') =>
    `<div id="panel"><p>AADSTS53003: blocked</p><p>Correlation ID: ${A}</p><p>Date: ${TIME}</p><p>User: a@contoso.com</p>${more}</div>`;
  const rootOf = (html: string) => placesOf(html)[0]![1].root?.id;

  it('is the record with its tabs, though a panel of it names the sign-in', () =>
    expect(rootOf(`<main id="pane">${TABS}${panel()}</main>`)).toBe('pane'));

  it('is still one where it says the same code and id again', () =>
    expect(
      rootOf(
        `<main id="pane">${TABS}${panel()}<p>AADSTS53003: again, Correlation ID: ${A}</p></main>`,
      ),
    ).toBe('pane'));

  it.each([
    ['another code stands in it', `${TABS}${panel()}<p>AADSTS50126: wrong</p>`],
    ['another sign-in is named in it', `${TABS}${panel()}<p>Correlation ID: ${B}</p>`],
    ['its tabs are far away', `${TABS}${'<div>'.repeat(20)}${panel()}${'</div>'.repeat(20)}`],
  ])('is none where %s', (_, html) =>
    expect(rootOf(`<main id="pane">${html}</main>`)).toBe('panel'),
  );
});
