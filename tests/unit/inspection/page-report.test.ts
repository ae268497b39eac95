import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { maskedHead } from '../../../inspection/masked-head';
import { browserName, pageReport, reportedHost } from '../../../inspection/page-report';
import { tabReading } from '../../../inspection/tab-reading';
import { makeFrame, makeGrid } from './make-frame';

describe('the head of a column', () => {
  it.each([
    ['Anmeldestatus', 'Anmeldestatus'],
    ['Risk  level\n(aggregate)', 'Risk level (aggregate)'],
    ['Last 30 days', 'Last ## days'],
    ['user@contoso.com', '[masked]'],
    ['CONTOSO\\anna', '[masked]'],
    ['pc.contoso.com', '[masked]'],
    ['https://contoso.com/x', '[masked]'],
    ['203.0.113.7', '###.#.###.#'],
    ['A sentence of forty-one characters, such.', '[masked]'],
  ])('%j is reported as %j', (text, reported) => {
    expect(maskedHead(text)).toBe(reported);
  });

  it('never carries a digit, an address or a line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const masked = maskedHead(text);
        expect(masked).not.toMatch(/[\p{N}@\\\n\r\p{Cc}]/u);
        expect(masked.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe('a host', () => {
  it.each([
    ['entra.microsoft.com', 'entra.microsoft.com'],
    ['sandbox-1.reactblade.portal.azure.net', '*.portal.azure.net'],
    ['contoso.b2clogin.com', '*.b2clogin.com'],
    ['reactblade.azure.us', '*.azure.us'],
    ['secret-project.microsoft.com', '*.microsoft.com'],
    ['login.contoso.com', 'another site'],
    ['', 'no host'],
  ])('%j is reported as %s', (host, reported) => {
    expect(reportedHost(host)).toBe(reported);
  });
});

it.each([
  ['Mozilla/5.0 (X11; rv:128.0) Gecko/20100101 Firefox/153.0', 'Firefox 153'],
  ['Mozilla/5.0 (Windows) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 'Chrome 140'],
  ['Mozilla/5.0 AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/141.0.0.0', 'Edge 141'],
  ['Curious', 'unknown'],
])('%s is %s', (userAgent, name) => expect(browserName(userAgent)).toBe(name));

describe('the report', () => {
  const frames = [
    makeFrame({
      children: 2,
      childHosts: ['a.portal.azure.net', 'contoso.com'],
      language: 'de-DE',
    }),
    makeFrame({
      frameId: 4,
      depth: 1,
      host: 'a.portal.azure.net',
      labels: ['Korrelations-ID'],
      grids: [makeGrid([['Datum', 'signIn.time'], ['Vorgang']])],
      counts: { row: 31, 'Fluent list': 1 },
      language: '"><script>',
    }),
  ];
  const report = pageReport(tabReading(frames), {
    version: '0.1.0',
    userAgent: 'Chrome/140.0.0.0',
    language: 'de',
    why: { reason: 'noColumn', read: 2, unread: 1 },
    switches: { signInPages: false, otherPages: true },
    managed: ['signInPages'],
    hasSite: true,
    hasDefaultSites: false,
  });

  it('tells what a maker needs to teach the page', () => {
    for (const told of [
      'Signpost 0.1.0, Chrome 140, language: de',
      'Said: noColumn',
      'signInPages off, otherPages on; decided by the organization: signInPages',
      'sign-in and admin pages allowed: no',
      'Frames read: 2; not read: 1',
      '1. entra.microsoft.com (page; portal, global; https:)',
      'frames in it: 2, from *.portal.azure.net, another site',
      '2. *.portal.azure.net (frame, depth 1; portal, global; https:)',
      'row 31, Fluent list 1',
      'known labels: Korrelations-ID',
      'Datum: signIn.time',
      'Vorgang: not known',
    ])
      expect(report).toContain(told);
  });

  it('takes no text of a page for a language', () => {
    expect(report).toContain('language: none');
    expect(report).not.toContain('script');
  });
});
