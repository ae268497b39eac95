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
