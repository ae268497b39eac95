// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readFrame } from '../../../inspection/read-frame';
import { drawLog } from './draw-log';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('what the popup learns of a frame', () => {
  it('a sign-in log in German: its columns, and none of its values', () => {
    drawLog('?lang=de');
    const reading = readFrame(undefined);
    const [grid] = reading.grids;
    expect(grid!.heads.map(({ text, is, key }) => [text, is, key]).slice(0, 2)).toEqual([
      ['Datum', 'signIn.time', 'createdDateTime'],
      ['Anforderungs-ID', 'signIn.requestId', 'requestId'],
    ]);
    expect(grid!.heads.find(({ is }) => is === 'errorCode')?.text).toBe('Anmeldefehlercode');
    expect(grid!.rows).toBeGreaterThan(10);
    expect(grid!.ties).toEqual(['data-automation-key', 'aria-colindex']);
    expect(JSON.stringify(reading)).not.toMatch(/203\.0\.113|User 5|Teams|50126/);
    expect(reading).not.toHaveProperty('codes');
  });

  it('heads that it does not know are masked, and heads of rows left out', () => {
    document.body.innerHTML = `<table>
      <thead><tr><th>Incident</th><th>anna@contoso.com</th><th>2026</th></tr></thead>
      <tr><th scope="row">Alex Wilber</th><td>1</td><td>2</td></tr>
      <tr><th>Megan Bowen</th><td>1</td><td>2</td></tr></table>`;
    const { grids } = readFrame(undefined);
    expect(grids[0]!.heads.map(({ text }) => text)).toEqual(['Incident', '[masked]', '####']);
    expect(JSON.stringify(grids)).not.toMatch(/Alex|Megan|contoso/);
  });

  it('labels that are known stand in it, and no other text, typed or printed', () => {
    document.body.innerHTML = `<div>Correlation ID:</div><div>22222222-aaaa-4bbb-8ccc-000000000002</div>
      <p>Hello Alex Wilber</p><textarea>Sign-in error code</textarea><div contenteditable>Failure reason</div>`;
    const reading = readFrame(undefined);
    expect(reading.labels).toEqual(['Correlation ID']);
    expect(JSON.stringify(reading)).not.toMatch(/2222|Alex/);
  });

  it('a page that turns names into its own elements is read as any other', () => {
    document.body.innerHTML = '<form><input name="parentNode"><input name="children"></form>';
    expect(() => readFrame(undefined)).not.toThrow();
  });
});
