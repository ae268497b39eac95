import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePatterns } from '../../../compiler/compile-patterns';
import type { LogRow } from '../../../log/log-row';
import type { PatternRule } from '../../../log/patterns/pattern-rule';
import { readLog, type ReadLog } from '../../../log/read-log';
import { portalCsv } from '../../fixtures/log/formats';
import type { SignInFixture } from '../../fixtures/log/sign-ins';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Reads a text as a file; throws where there is no log in it. */
export async function readText(text: string | Uint8Array<ArrayBuffer>, pieceBytes?: number) {
  const log = await readLog(new Blob([text]), {
    isKnownHresult: () => false,
    ...(pieceBytes && { pieceBytes }),
  });
  if (typeof log === 'string') throw new Error(`No log: ${log}`);
  return log;
}

/** The rows of sign-ins, by way of the portal's download. */
export async function rowsOf(signIns: readonly SignInFixture[]): Promise<LogRow[]> {
  return (await readText(portalCsv(signIns))).rows;
}

/** A log of these sign-ins. */
export async function logOf(signIns: readonly SignInFixture[]): Promise<ReadLog> {
  return readText(portalCsv(signIns));
}

/** The rules that ship. */
export function shippedRules(): PatternRule[] {
  const file = 'knowledge/rules/patterns.yml';
  const text = readFileSync(join(ROOT, file), 'utf8');
  const codes = new Set(text.match(/AADSTS\d+/g));
  const { patterns, problems } = compilePatterns(file, text, codes);
  if (problems.length) throw new Error(problems.map(({ message }) => message).join('\n'));
  return patterns;
}

/** Exported logs as people have them, with how many rows and failures there are. */
export function pastedLogs(): { id: string; text: string; rows: number; failures: number }[] {
  const pastes = parse(readFileSync(join(ROOT, 'tests/fixtures/texts/pastes.yml'), 'utf8')) as {
    id: string;
    kind: string;
    text: string;
    fields?: Record<string, string>;
  }[];
  return pastes
    .filter(({ kind, fields }) => /^signins?-(?:csv|json)/.test(kind) && fields?.rows)
    .map(({ id, text, fields }) => ({
      id,
      text,
      rows: parseInt(fields!.rows!, 10),
      failures: parseInt(fields!.failures ?? '0', 10),
    }));
}
