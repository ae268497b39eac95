import { describe, expect, it } from 'vitest';
import { checkLinks, linkProblem } from '../../../compiler/checks/links';
import { makeEntry } from './make-entry';

describe('linkProblem', () => {
  it.each([
    'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    'https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta',
    'https://learn.microsoft.com/samples/azure-samples/testdeviceregconnectivity/testdeviceregconnectivity/',
    'https://github.com/repnz/etw-providers-docs',
    'https://github.com/MicrosoftDocs/windows-itpro-docs/issues/2684',
    'https://github.com/MicrosoftDocs/winrt-api/commit/69ee09ebc',
    'https://github.com/Azure/Azure-Sentinel/blob/master/Solutions/Microsoft%20Entra%20ID/a.yaml',
    'https://github.com/Softeria/ms-365-mcp-server/pull/508',
    'https://login.microsoftonline.com/error?code=50126',
    'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
  ])('passes %s', (address) => expect(linkProblem(address)).toBeUndefined());

  it.each([
    ['http://learn.microsoft.com/entra', 'https'],
    ['https://example.com/', 'allowed host'],
    ['https://learn.microsoft.com/en-us/entra/x', 'locale'],
    ['https://learn.microsoft.com/entra/x/', 'last slash'],
    ['https://learn.microsoft.com/entra/x?tabs=http', 'leave "?tabs=http" out'],
    ['https://learn.microsoft.com/entra/x#causes', 'leave "#causes" out'],
    ['https://github.com/search?q=AADSTS70025&type=code', 'a search is no source'],
    ['https://github.com/microsoft', 'name a repository'],
    ['https://github.com/microsoft/x/issues/new', 'name a repository'],
    ['https://login.microsoftonline.com/error?code=abc', '/error?code=50126'],
  ])('fails %s', (address, message) => expect(linkProblem(address) ?? '').toContain(message));
});

it('finds links in sources and in prose, each once', () => {
  const bad = 'https://learn.microsoft.com/entra/x/';
  const entry = makeEntry(
    'AADSTS50001',
    {
      sources: [{ url: bad, kind: 'vendor', says: 'Names the code.' }],
      fix: [{ text: ['Read ', { a: 'this', h: 'https://github.com/microsoft' }, '.'] }],
    },
    ['sources:', `  - url: ${bad}`, '', '1. Read [this](https://github.com/microsoft).'],
  );
  expect(checkLinks([entry]).map(({ line }) => line)).toEqual([2, 4]);
});
