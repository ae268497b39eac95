import { describe, expect, it } from 'vitest';
import { cleanLines, Question, splitLines } from '../../../facts/lines';

describe('lines', () => {
  it.each([
    ['', ['']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\rc\n', ['a', 'b', 'c', '']],
    ['a\n\r\n\rb\r', ['a', '', '', 'b', '']],
    ['__proto__\nconstructor\n__proto__', ['__proto__', 'constructor', '__proto__']],
  ])('of %j stand where they stood', (text, expected) => {
    const lines = splitLines(text);
    expect(lines.map((line) => line.text)).toEqual(expected);
    expect(lines.map(({ number }) => number)).toEqual(expected.map((_, at) => at + 1));
    for (const line of lines)
      expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
  });

  it('that hardly ever come again share nothing from then on, and those of a log do', () => {
    const word = (at: number) => at.toString(26).replace(/\d/g, (one) => 'qrstuvwxyz'[+one]!);
    const differing = Array.from({ length: 12_000 }, (_, at) => `x${word(at)}\n`);
    const isShared = (text: string) => {
      const forms = splitLines(`${text}end\nend`)
        .slice(-2)
        .map(({ form }) => form);
      return forms[0] === forms[1];
    };
    expect(isShared(differing.join(''))).toBe(false);
    expect(isShared(differing.map((line) => `${line}AzureAdPrt : NO\n\n`).join(''))).toBe(true);
  });

  it('that come again are asked once, as they are and cleaned', () => {
    const asked: string[] = [];
    const question = new Question(({ text, pair }) => {
      asked.push(text);
      return pair?.value === 'NO' ? undefined : pair?.label;
    });
    const output = '> AzureAdJoined : YES  \n\tAzureAdPrt : NO\nDeviceId : 1\n';
    const answers = cleanLines(splitLines(output.repeat(50))).map((line) => line.ask(question));
    expect(answers.slice(147)).toEqual(['AzureAdJoined', undefined, 'DeviceId', undefined]);
    // Lines with digits tell one output from the next: nothing is kept of them.
    expect(asked.filter((text) => !text.startsWith('DeviceId'))).toEqual([
      'AzureAdJoined : YES',
      '\tAzureAdPrt : NO',
      '',
    ]);
    expect(asked).toHaveLength(53);
  });
});
