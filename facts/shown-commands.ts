/** `$app = Get-MgApplication …` */
const ASSIGNED = /^\$(\w{1,60})\s{0,9}=\s{0,9}(\S.{0,2000})$/;

/** A variable alone. */
const VARIABLE = /^\$\w{1,60}$/;

/** Statements that share a line. */
const MOST_STATEMENTS = 20;

/** The commands of a console that were seen, so as to tell whether two of them show the same object. */
export class Commands {
  /** What was assigned to each variable, or the variable itself where it was shown only. */
  private readonly variables = new Map<string, string>();

  /** @param command A whole line behind its prompt. */
  remember(command: string): void {
    for (const statement of command.split(';', MOST_STATEMENTS)) {
      const [, name, value] = ASSIGNED.exec(statement.trim()) ?? [];
      const plain = plainOf(value ?? statement);
      if (name && value) this.variables.set(`$${name.toLowerCase()}`, plain);
      else if (VARIABLE.test(plain) && !this.variables.has(plain)) this.variables.set(plain, plain);
    }
  }

  /**
   * @param command A line, or the part of it before the name of a member.
   * @returns The object that it shows: that of its last statement, with what its variable holds in place of it.
   */
  shownBy(command: string): string {
    const plain = plainOf(command.slice(command.lastIndexOf(';') + 1));
    return this.variables.get(plain) ?? plain;
  }

  /**
   * A variable that comes for the first time may hold what another command printed, and is taken to from then on.
   *
   * @param source What the command before a list showed; undefined where none was seen.
   * @param base A later command, or the part of it before the name of a member.
   * @returns Whether it may show the same object.
   */
  isSame(source: string | undefined, base: string): boolean {
    const shown = this.shownBy(base);
    if (shown === source) return true;
    const isNew = VARIABLE.test(shown) && !this.variables.has(shown);
    if (!isNew || (source !== undefined && VARIABLE.test(source))) return false;
    this.variables.set(shown, source ?? shown);
    return true;
  }
}

/** A command without what prints it, the brackets around it and the differences that PowerShell does not know. */
function plainOf(command: string): string {
  const [first = ''] = command.split('|', 1);
  return first
    .trim()
    .replace(/^\((.{0,2000})\)$/, '$1')
    .replace(/\s{1,99}/g, ' ')
    .trim()
    .toLowerCase();
}
