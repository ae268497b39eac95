import { makeFact } from './make-fact';
import { typeOf, type FactName } from './vocabulary';

/**
 * @param name The fact of a row.
 * @param label As printed.
 * @param value As printed, without blanks around it.
 * @returns Whether the value is one that the output prints, and no sentence about it.
 */
export function hasItsForm(name: FactName, label: string, value: string): boolean {
  const type = typeOf(name);
  if (type === 'number') return /^\d{1,9}$/.test(value);
  if (type === 'time') return !value || /^\d{4}-\d\d-\d\d|^\/Date/.test(value);
  if (type === 'code') return /^(?:0x[\da-f]{1,8}|-?\d{1,10})(?![\w.])/i.test(value);
  if (typeof type === 'string') return true;
  const word = makeFact(name, label, value, { line: 1 }).value;
  if (!type.includes(word)) return false;
  if (!/\s/.test(value) || value.length === word.length) return true;
  // `FAIL [0x80070002]`, `FAILED. ERROR (…)`
  return !type.includes('YES') && /^\.?\s{0,9}[[(]/.test(value.slice(word.length));
}

/** An id, and a code, with something else behind it. */
const ID_BEFORE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?=[\s;,])/i;
const CODE_BEFORE = /^0x[\da-f]{1,8}(?=\s+\p{L})/iu;
const WORD_BEFORE = /^[^\s;,]{1,60}(?=[\s;,])/;

/**
 * @param name The fact of a row that stands in one line with others.
 * @param label As printed.
 * @param value What stands between it and the next label: words that no label begins stand there, too.
 * @returns The value alone, where its form tells where it ends.
 */
export function withoutWordsBehind(name: FactName, label: string, value: string): string {
  const id = ID_BEFORE.exec(value)?.[0];
  if (id) return id;
  const type = typeOf(name);
  const code = type === 'code' ? CODE_BEFORE.exec(value)?.[0] : undefined;
  if (code) return code;
  const first = WORD_BEFORE.exec(value)?.[0] ?? value;
  const isTyped = type !== 'text' && type !== 'time';
  if (isTyped && !hasItsForm(name, label, value)) {
    // `FAILED. Device is either disabled or deleted, AzureAdPrt : NO`
    const { value: words } = makeFact(name, label, value, { line: 1 });
    const isWhole = words.includes(' ') && words.length < value.length;
    if (isWhole && hasItsForm(name, label, words)) return words;
    if (hasItsForm(name, label, first)) return first;
  }
  return value.replace(/^(\w{1,20})[;,]$/, '$1');
}
