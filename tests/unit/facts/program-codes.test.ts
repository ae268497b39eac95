import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';

const codesIn = (text: string) => readFacts(text).records.flatMap(({ codes }) => codes);

describe('a code in program text', () => {
  it.each([
    `if (e.code === 'AADSTS50011') { retry(); }`,
    `case "AADSTS50011":`,
    `e.message.includes('AADSTS50011')`,
    `const REDIRECT='AADSTS50011';`,
    `/AADSTS50011|AADSTS50012/.test(e)`,
    `"knownIssues":["AADSTS53003","AADSTS50011"]`,
    String.raw`"text":"var c={\"knownIssues\":[\"AADSTS53003\"]}"`,
    `{'AADSTS50011': 'The redirect URI is not registered'}`,
    `$codes = @('AADSTS50011','AADSTS50012')`,
  ])('is no message: %s', (text) => {
    expect(codesIn(text)).toEqual([]);
  });

  it.each([
    `What does 'AADSTS50011' mean?`,
    `I get "AADSTS50011", then nothing`,
    `which one is it? "AADSTS50011"`,
    `"error": "AADSTS50011"`,
    `{"code":"AADSTS50011","message":"x"}`,
    `"errors":["AADSTS50011"]`,
    `throw new Error("AADSTS50011: The redirect URI is not registered")`,
    `https://status.contoso.com/AADSTS50011/faq`,
  ])('is one where it is said: %s', (text) => {
    expect(codesIn(text)).toEqual(['AADSTS50011']);
  });
});
