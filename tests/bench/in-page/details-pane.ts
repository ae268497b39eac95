import { createRecordReader } from '../../../overlay/record-reader';
import { createOurReader } from './our-reader';

/** The Basic info tab as the admin centers show it, with as many rows as a real one has. */
const ROWS: [label: string, value: string][] = [
  ['Date', '2026-11-18T06:00:14Z'],
  ['Request ID', '790d21d9-68fb-457f-b1a4-674c11e3bf00'],
  ['Correlation ID', '62e76ee1-52af-46d3-ba8f-3f0be6aea289'],
  ['Authentication requirement', 'Single-factor authentication'],
  ['Status', 'Failure'],
  ['Continuous access evaluation', 'No'],
  ['Sign-in error code', '53003'],
  ['Failure reason', 'Access has been blocked by Conditional Access policies.'],
  ['Troubleshoot Event', 'Follow these steps'],
  ['User', 'Report Owner'],
  ['Username', 'report.owner@contoso.com'],
  ['User ID', '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'],
  ['Sign-in identifier', 'report.owner@contoso.com'],
  ['Session ID', '1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'],
  ['User type', 'Member'],
  ['Cross tenant access type', 'None'],
  ['Application', 'Office 365 Exchange Online'],
  ['Application ID', 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'],
  ['Resource', 'Office 365 Exchange Online'],
  ['Resource ID', '00000002-0000-0ff1-ce00-000000000000'],
  ['Resource tenant ID', '2f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'],
  ['Home tenant ID', '2f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'],
  ['Client app', 'IMAP4'],
  ['Client credential type', 'None'],
  ['Service principal ID', ''],
  ['Token issuer type', 'Microsoft Entra ID'],
  ['Token issuer name', ''],
  ['Latency', '700 ms'],
  ['Flagged for review', 'No'],
  ['User agent', 'BAV2ROPC'],
];

function make(name: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

/**
 * Reads the record of a code in a details pane, again and again, as the shipped script does when somebody looks at it or
 * opens a tab. What is read last is given back, so that a reader that reads nothing is noticed.
 * @returns Milliseconds of each reading.
 */
export function timeRecord(rounds: number): { times: number[]; ids: number; state: string } {
  const pane = make('div', {});
  const tabs = make('div', { role: 'tablist' });
  for (const name of ['Basic info', 'Location', 'Device info', 'Conditional Access'])
    tabs.append(
      make('button', { role: 'tab', 'aria-selected': String(name === 'Basic info') }, name),
    );
  const panel = make('div', { role: 'tabpanel' });
  for (const [label, value] of ROWS) {
    const row = make('div', { class: 'row' });
    row.append(make('div', {}, label), make('div', {}, value));
    panel.append(row);
  }
  pane.append(tabs, panel);
  document.body.replaceChildren(pane);

  const { codes, read, clear } = createOurReader();
  read();
  const [hit] = codes.hits;
  const reader = createRecordReader({ hits: codes.hits, hitsAt: codes.at, isSignIn: false });
  const rules = {
    causes: [
      {
        cause: 'legacy',
        on: 'signIn' as const,
        fits: { fact: 'signIn.clientApp' as const, matches: '^IMAP' },
        from: [],
      },
    ],
    answers: [],
  };
  const times: number[] = [];
  let record: ReturnType<typeof reader.read> = { ids: {} };
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    record = reader.read(hit!, rules);
    times.push(performance.now() - start);
  }
  clear();
  return {
    times,
    ids: Object.keys(record.ids).length,
    state: record.causes?.[0]?.state ?? 'not judged',
  };
}
