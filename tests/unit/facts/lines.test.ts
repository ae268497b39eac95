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

  it('with numbers share nothing where hardly one comes again, and the others of the text do', () => {
    const numbered = (count: number) =>
      Array.from({ length: count }, (_, at) => `DeviceId : ${at}`);
    const areShared = (count: number) => {
      const lines = splitLines([...numbered(count), 'At 1', 'At 1', 'No', 'No'].join('\n'));
      const [first, second, third, fourth] = lines.slice(-4).map(({ form }) => form);
      return [first === second, third === fourth];
    };
    expect(areShared(100)).toEqual([true, true]);
    expect(areShared(2000)).toEqual([false, true]);
  });

  it('that come again are asked once, as they are and cleaned', () => {
    const asked: string[] = [];
    const question = new Question(({ text, pair }) => {
      asked.push(text);
      return pair?.value === 'NO' ? undefined : pair?.label;
    });
    const output = (at: number) =>
      `> AzureAdJoined : YES  \n\tAzureAdPrt : NO\nPort : 1\nDeviceId : ${at}\n`;
    const text = Array.from({ length: 50 }, (_, at) => output(at)).join('');
    const answers = cleanLines(splitLines(text)).map((line) => line.ask(question));
    expect(answers.slice(196)).toEqual(['AzureAdJoined', undefined, 'Port', 'DeviceId', undefined]);
    // What stands in one line alone is asked as often as somebody asks.
    expect(asked.filter((one) => !one.startsWith('DeviceId'))).toEqual([
      'AzureAdJoined : YES',
      '\tAzureAdPrt : NO',
      'Port : 1',
      '',
    ]);
    expect(asked).toHaveLength(54);
  });
});
