import { describe, expect, it } from 'vitest';
import { withoutDigitLinks } from '../../../detection/digit-links';
import { readFacts } from '../../../facts/read-facts';
import { answerText } from '../../../lookup/answer';

const RUN = 'https://github.com/contoso/app/actions/runs/4711/job/12#step:3:9';

describe('digits that a program made a link of', () => {
  it.each([
    ['the end of a code', `AADSTS700[213](${RUN}): No match`, 'AADSTS700213: No match'],
    ['its beginning', `code: [700](${RUN})213`, 'code: 700213'],
    ['all its digits', `AADSTS[50126](${RUN})`, 'AADSTS50126'],
    ['two parts of it', `AADSTS[500](${RUN})[11](${RUN}): x`, 'AADSTS50011: x'],
    ['an HRESULT', `failed with 0x801[c03f2](${RUN})`, 'failed with 0x801c03f2'],
    ['a number behind its label', `Error Code: [50126](${RUN})`, 'Error Code: 50126'],
    [
      'an id',
      `Trace ID: [d8f322a9](${RUN})-67d3-4b14-a3f0-a[37162](${RUN})ba7a17`,
      'Trace ID: d8f322a9-67d3-4b14-a3f0-a37162ba7a17',
    ],
  ])('is whole again where it is %s', (_, text, wanted) =>
    expect(withoutDigitLinks(text)).toBe(wanted),
  );

  it.each([
    'see the docs[1](https://contoso.com/a)',
    '[12](https://contoso.com/note)',
    'a facade[12](https://contoso.com/x)',
    // Footnotes.
    'AADSTS50011[1](https://contoso.com/a): x',
    'error 50126[2](https://contoso.com/a)',
    'Event ID: 360[1](https://contoso.com/a)',
    '0x801c03f2[3](https://contoso.com/a)',
    '[1](https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1)',
    `[Run 12](${RUN})`,
    'AADSTS50011 [Details](https://contoso.com/50011)',
    '[abc]',
  ])('%j stays as it is', (text) => expect(withoutDigitLinks(text)).toBe(text));

  it('is one code in the findings and in the list of the lookup', () => {
    const text = `##[error]AADSTS700[213](${RUN}): No matching federated identity record found.\nCorrelation ID: [57cfabcf](${RUN})-d551-4aaf-abdf-4f00773b5ef1`;
    expect(answerText(text, undefined).rows.map(({ code }) => code)).toEqual(['AADSTS700213']);
    expect(answerText(text, undefined).ids.correlationId).toBe(
      '57cfabcf-d551-4aaf-abdf-4f00773b5ef1',
    );
    expect(readFacts(text).records.flatMap(({ codes }) => codes)).toEqual(['AADSTS700213']);
  });
});
