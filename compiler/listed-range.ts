import { basename } from 'node:path';
import { familyOf } from '../detection/code';
import { numberOf } from './compare-codes';

const NAME = /^(aadsts|hresult|event)-(\d+|0x[\dA-F]{8})-(\d+|0x[\dA-F]{8})\.yml$/;

/** The codes that a file of listed codes holds, by its name. */
export interface ListedRange {
  family: string;
  from: number;
  to: number;
}

/**
 * Reads the name of a file of listed codes: aadsts-50000-59999.yml, hresult-0x80070000-0x8007FFFF.yml,
 * event-100-999.yml. Both ends belong to the range.
 * @returns undefined for a name of another form.
 */
export function readListedRange(file: string): ListedRange | undefined {
  const [, family = '', from, to] = NAME.exec(basename(file)) ?? [];
  return from && to ? { family, from: Number(from), to: Number(to) } : undefined;
}

/** Whether a code belongs into the range. */
export function isInRange(code: string, { family, from, to }: ListedRange): boolean {
  return familyOf(code) === family && numberOf(code) >= from && numberOf(code) <= to;
}
