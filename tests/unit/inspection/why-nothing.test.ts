import { describe, expect, it } from 'vitest';
import type { FrameReading } from '../../../inspection/frame-reading';
import { tabReading } from '../../../inspection/tab-reading';
import { whyNothing, type Circumstances } from '../../../inspection/why-nothing';
import { makeFrame, makeGrid } from './make-frame';

const why = (
  frames: (Partial<FrameReading> & { frameId?: number })[],
  circumstances: Partial<Circumstances> = {},
) => whyNothing(tabReading(frames.map(makeFrame)), { hasAccess: true, ...circumstances });

const NO_FINDER = { codes: undefined };

describe('why nothing is marked', () => {
  it('says whose switch it is, before anything else', () => {
    expect(why([NO_FINDER], { turnedOffBy: 'organization' })).toEqual({
      reason: 'off',
      by: 'organization',
    });
    expect(why([{}], { turnedOffBy: 'options' })).toEqual({ reason: 'off', by: 'options' });
  });

  it.each([
    ['noAccess', 'entra.microsoft.com', false, false],
    ['notRunning', 'entra.microsoft.com', true, false],
    ['loading', 'entra.microsoft.com', true, true],
    ['otherSite', 'entra.microsoft.us', false, false],
    ['notRunning', 'entra.microsoft.us', true, false],
    ['otherSite', 'app.contoso.com', false, false],
    ['otherSite', '', false, true],
  ])('%s: no finder on %j, access %s, loading %s', (reason, host, hasAccess, isLoading) => {
    expect(why([{ ...NO_FINDER, host, isLoading }], { hasAccess }).reason).toBe(reason);
  });

  it('waits for a page of which one frame still loads', () => {
    expect(why([{ children: 1 }, { frameId: 3, depth: 1, isLoading: true }]).reason).toBe(
      'loading',
    );
  });

  it('counts the frames that were read and those that were not', () => {
    const frames = [{ children: 2 }, { frameId: 3, depth: 1, children: 1 }];
    expect(why(frames)).toEqual({ reason: 'noCodes', read: 2, unread: 2 });
  });

  it('tells a sign-in log without its column of codes from a page that it does not know', () => {
    const log = makeGrid([
      ['Date', 'signIn.time'],
      ['User', 'signIn.userDisplayName'],
      ['Status', 'signIn.status'],
    ]);
    const users = makeGrid([['Display name'], ['Created']]);
    const blade = { frameId: 3, depth: 1, host: 'x.portal.azure.net' };
    expect(why([{ children: 1 }, { ...blade, grids: [users, log] }]).reason).toBe('noColumn');
    expect(why([{ children: 1 }, { ...blade, grids: [users] }]).reason).toBe('unknownLayout');
    expect(
      why([
        {
          grids: [
            makeGrid([
              ['Date', 'signIn.time'],
              ['Code', 'errorCode'],
            ]),
          ],
        },
      ]).reason,
    ).toBe('noCodes');
  });

  it('calls no list unknown that is empty, or on a page of others', () => {
    const heads: [string][] = [['One'], ['Two']];
    expect(why([{ grids: [makeGrid(heads, 0)] }]).reason).toBe('noCodes');
    expect(why([{ host: 'github.com', grids: [makeGrid(heads)] }]).reason).toBe('noCodes');
  });
});
