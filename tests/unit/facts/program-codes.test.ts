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
    `e.match(/AADSTS50011|AADSTS50012/)`,
    `"knownIssues":["AADSTS53003","AADSTS50011"]`,
    String.raw`"text":"var c={\"knownIssues\":[\"AADSTS53003\"]}"`,
    `const texts = {'AADSTS50011': 'The redirect URI', 'AADSTS50012': 'The signature'}`,
    `$codes = @('AADSTS50011','AADSTS50012')`,
    `if ($_.Exception.Message -match 'AADSTS50011') {`,
    `if "AADSTS50011" in str(e):`,
    `if "AADSTS65001" in result.get("error_description"):`,
    `e.message.startsWith("AADSTS50011: ")`,
    `message.indexOf("AADSTS50011:")`,
    `MFA = "AADSTS50076"`,
    `private const string RedirectMismatch = "AADSTS50011";`,
    `static final String CODE = "AADSTS50011";`,
    `new Set(["AADSTS50076", "AADSTS50079"])`,
    `KNOWN = {"AADSTS50076", "AADSTS50079"}`,
    `const KNOWN = [\n  'AADSTS50011',\n  'AADSTS50012',\n];`,
    `const M = {\n  AADSTS50011: 'redirect',\n  AADSTS50012: 'signature',\n};`,
    `| where ResultType in ("AADSTS50011","AADSTS50012")`,
    `SigninLogs | where ResultType == "AADSTS50011"`,
    `expect(received).toBe("AADSTS50011")`,
    `elif e.error_codes == [65001]:`,
    `if ($e.ErrorCode -eq 50126) { retry }`,
    `| where ErrorCode != 50126`,
  ])('is no message: %s', (text) => {
    expect(codesIn(text)).toEqual([]);
  });

  it.each([
    `What does 'AADSTS50011' mean?`,
    `sign-in error code - AADSTS50011`,
    `error_codes=AADSTS50011`,
    `I get "AADSTS50011", then nothing`,
    `which one is it? "AADSTS50011"`,
    `"error": "AADSTS50011"`,
    `{"code":"AADSTS50011","message":"x"}`,
    `"errors":["AADSTS50011"]`,
    `throw new Error("AADSTS50011: The redirect URI is not registered")`,
    `status.contoso.com/AADSTS50011/faq`,
    `See status.contoso.com/AADSTS50011/, please`,
    `throw new Error("AADSTS50011")`,
    `Uncaught Error("AADSTS50011")`,
    `ValueError("AADSTS50011")`,
    `msal.exceptions.MsalError('AADSTS50011')`,
    `print("AADSTS50011")`,
    `Promise.reject("AADSTS50011")`,
    `We get error("AADSTS50011") on login`,
    `error on sign-in "AADSTS50011" for user`,
    `I log -in "AADSTS50011" and nothing comes`,
    `In this case "AADSTS50011": the redirect URI`,
    `I get "AADSTS50011" in Chrome(latest)`,
    `"AADSTS50011": "The redirect URI does not match"`,
    `{'AADSTS50011': 'The redirect URI is not registered'}`,
    `AADSTS50011: 'https://app.contoso.com' is not registered`,
    `level=error e="AADSTS50011" msg="x"`,
    `ts=1 ec="AADSTS50011"`,
    `["AADSTS50011","x"]`,
    `"exceptions":["AADSTS50011"]`,
    `"reasons":["AADSTS50011"]`,
    `"errorList":["AADSTS50011"]`,
    `"failures":["AADSTS50011"]`,
    `"lines":["AADSTS50011"]`,
    `"unknownErrors":["AADSTS50011"]`,
    `"unhandled":["AADSTS50011"]`,
    `||"AADSTS50011"||`,
    `failed with\n"AADSTS50011",\nwhat now?`,
    `error = "AADSTS50011"`,
    `RESULT = "AADSTS50011"`,
  ])('is one where it is said, or may be: %s', (text) => {
    expect(codesIn(text)).toEqual(['AADSTS50011']);
  });

  it.each(['Sign-in: AADSTS50011OK', 'AADSTS50011ID'])('is one before other words: %s', (text) => {
    expect(codesIn(text)).toEqual(['AADSTS50011']);
  });

  it('is one of which text recognition misread a digit', () => {
    expect(codesIn('AADSTS50012l: x')).toEqual(['AADSTS500121']);
  });

  it.each(['AADSTS2OO1l', 'AADSTS99012l: x'])(
    'is none where no code has the number: %s',
    (text) => {
      expect(codesIn(text)).toEqual([]);
    },
  );

  it.each([`Failed("0x80070005")`, `HRESULT = "0x80070005"`, `{"0x80070005": "Access denied"}`])(
    'is one in hex, too: %s',
    (text) => {
      expect(codesIn(text)).toEqual(['0x80070005']);
    },
  );
});
