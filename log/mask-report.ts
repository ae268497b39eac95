import type { Command } from '../lookup/entry';
import { masked } from '../report/masked';
import type { LogRow } from './log-row';
import type { FoundPattern, PatternValues } from './patterns/found-pattern';
import type { CodeReport, LogFilter, LogReport, Tally } from './report';

/** Kinds of values that name a person, a device or a place. */
const PERSONAL = ['user', 'address', 'place'] as const;

type Kind = (typeof PERSONAL)[number];

/**
 * Takes out of a report what names a person or an address, for an export that is sent on. The same value gets the same
 * number everywhere, so that what belongs together can still be seen; apps and ids of apps stay.
 *
 * @returns A new report with `[user 1]`, `[address 1]` and `[place 1]`, without correlation and request ids and without
 * the name of the file.
 */
export function maskReport(report: LogReport): LogReport {
  const mask = new Mask();
  const { fileName: _, ...rest } = report;
  return {
    ...rest,
    codes: report.codes.map((code): CodeReport => ({
      ...code,
      tallies: mask.tallies(code.tallies),
    })),
    patterns: report.patterns.map((found) => mask.pattern(found)),
    tallies: mask.tallies(report.tallies),
    ...(report.filter && { filter: mask.filter(report.filter) }),
    unread: { ...report.unread, columns: report.unread.columns.map((one) => masked(one, [])) },
  };
}

class Mask {
  readonly #numbers = new Map<string, number>();
  readonly #counts = { user: 0, address: 0, place: 0 };

  of(kind: Kind, value: string): string {
    const key = `${kind} ${value}`;
    let number = this.#numbers.get(key);
    if (!number) this.#numbers.set(key, (number = ++this.#counts[kind]));
    return `[${kind} ${number}]`;
  }

  tallies({ users, addresses, places, ...others }: CodeReport['tallies']): CodeReport['tallies'] {
    return {
      ...others,
      users: this.#tally('user', users),
      addresses: this.#tally('address', addresses),
      places: this.#tally('place', places),
    };
  }

  #tally(kind: Kind, tally: Tally): Tally {
    return {
      ...tally,
      top: tally.top.map(({ value, count }) => ({ value: this.of(kind, value), count })),
    };
  }

  filter<Fields extends LogFilter>(filter: Fields): Fields {
    const result = { ...filter };
    for (const kind of PERSONAL) {
      const value = filter[kind];
      if (value !== undefined) result[kind] = this.of(kind, value);
    }
    return result;
  }

  pattern(found: FoundPattern): FoundPattern {
    return {
      ...found,
      values: this.#values(found.values),
      rows: found.rows.map((row) => this.#row(row)),
      commands: found.commands.map((command) => this.#command(command, found.values)),
    };
  }

  #values({ successUsers, ...values }: PatternValues): PatternValues {
    const { user, address, place, ...others } = values;
    return {
      ...others,
      ...(user !== undefined && { user: this.of('user', user) }),
      ...(address !== undefined && { address: this.of('address', address) }),
      // Where the place is an address, it is the same one.
      ...(place !== undefined && {
        place: this.of(place === address ? 'address' : 'place', place),
      }),
      ...(successUsers && { successUsers: successUsers.map((one) => this.of('user', one)) }),
    };
  }

  #row({ user, address, place, correlationId: _c, requestId: _r, ...row }: LogRow): LogRow {
    return {
      ...row,
      user: user && this.of('user', user),
      address: address && this.of('address', address),
      place: place && this.of('place', place),
    };
  }

  /** A command is filled with the values; the placeholders of the rest stay. */
  #command(command: Command, { user, address }: PatternValues): Command {
    let { code } = command;
    if (user) code = code.replaceAll(user, this.of('user', user));
    if (address) code = code.replaceAll(address, this.of('address', address));
    return { ...command, code };
  }
}
