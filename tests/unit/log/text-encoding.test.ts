import { expect, it } from 'vitest';
import { encodingOf } from '../../../log/text-encoding';

const utf8 = (text: string) => new TextEncoder().encode(text);
const western = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ['ASCII', utf8('a;b\n1;2'), 'utf-8'],
  ['nothing', utf8(''), 'utf-8'],
  ['UTF-8', utf8('Zoë;Málaga'), 'utf-8'],
  ['UTF-8 cut in the middle of a letter', utf8('Málaga 👩').subarray(0, -2), 'utf-8'],
  ['UTF-8 with a broken byte in it', Uint8Array.of(...utf8('Zoë'), 0xe9, 0x20), 'utf-8'],
  ['UTF-8 that lost its letters before', utf8('Zo\ufffd'), 'utf-8'],
  ['Windows-1252', western('Zoë;Málaga'), 'windows-1252'],
  ['UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'utf-16le'],
  ['UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0, 0x41), 'utf-16be'],
  ['a workbook', western('PK\u0003\u0004\u0014\u0000\u0006'), undefined],
  ['a text whose disk ran full', Uint8Array.of(...utf8('x'.repeat(9000)), 0, 0), 'utf-8'],
])('%s', (_, bytes, encoding) => {
  expect(encodingOf(bytes)).toBe(encoding);
});
