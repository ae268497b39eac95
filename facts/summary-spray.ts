import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';

/** One row of counts. */
interface Row {
  /** Canonical codes, and `0` for a success. */
  codes: string[];
  /** How many different users and addresses it is of. */
  users?: number;
  addresses?: number;
  /** Whose and from where it is, where there is one. */
  user?: string;
  address?: string;
  /** The row as it is shown. */
  shown: Fact;
}

/** The rows of a record: the facts of each follow what is shown of it. */
function rowsOf({ facts }: FactRecord): Row[] {
  const rows: Row[] = [];
  for (const fact of facts) {
    const row = rows.at(-1);
    if (fact.name === 'summary.row') rows.push({ codes: [], shown: fact });
    else if (!row) continue;
    else if (fact.name === 'summary.code') row.codes.push(fact.value);
    else if (fact.name === 'summary.users') row.users = Number(fact.value);
    else if (fact.name === 'summary.addresses') row.addresses = Number(fact.value);
    else if (fact.name === 'summary.user') row.user = fact.value.toLowerCase();
    else if (fact.name === 'summary.ipAddress') row.address = fact.value;
  }
  return rows;
}

/** A wrong password or name, a lock and an expired password: what tries of many names leave. */
const TRIED: ReadonlySet<string> = new Set([
  'AADSTS50034',
  'AADSTS50053',
  'AADSTS50055',
  'AADSTS50126',
]);

/** From how many users on it looks like a spray, and which part of them may have had success: as in the patterns of a log. */
const LEAST_USERS = 5;
const MOST_SUCCESS = 0.5;

/**
 * Adds what counts tell of one address at which the names or passwords of many users failed.
 *
 * @param record Counts; facts are added.
 * @param shared The address that a text beside the table names for all of its rows.
 */
export function addSpray(record: FactRecord, shared: string | undefined): void {
  const byAddress = new Map<string, Row[]>();
  for (const row of rowsOf(record)) {
    const isOfOne = row.addresses === undefined || row.addresses === 1;
    const address = row.address ?? (isOfOne ? shared : undefined);
    if (!address) continue;
    const known = byAddress.get(address);
    if (known) known.push(row);
    else byAddress.set(address, [row]);
  }
  let worst: { address: string; users: number; tried: Row[]; successes: Row[] } | undefined;
  for (const [address, own] of byAddress) {
    // Where a success stands in the same row, it does not say of how many users it is.
    const tried = own.filter(
      ({ codes }) => codes.some((code) => TRIED.has(code)) && !codes.includes('0'),
    );
    const successes = own.filter(({ codes }) => codes.includes('0'));
    const users = usersOf(tried);
    if (users < LEAST_USERS || usersOf(successes) > users * MOST_SUCCESS) continue;
    if (!worst || users > worst.users) worst = { address, users, tried, successes };
  }
  if (!worst) return;
  const { source } = worst.tried[0]!.shown;
  record.facts.push(
    makeFact('summary.sprayAddress', 'address', worst.address, source),
    makeFact('summary.sprayUsers', 'users', String(worst.users), source),
    ...worst.tried.map(({ shown }) => ({ ...shown, name: 'summary.triedRow' as const })),
    ...worst.successes.map(({ shown }) => ({ ...shown, name: 'summary.successRow' as const })),
  );
}

/** How many different users some rows are of at least: what several rows count may be the same ones. */
function usersOf(rows: readonly Row[]): number {
  const named = new Set(rows.flatMap(({ user }) => user ?? []));
  return rows.reduce((most, { users = 0 }) => Math.max(most, users), named.size);
}
