const CODES = ['50126', '50074', '53003', '50140', '700016', '500121', '50058', '0', '0', '0'];

const HEADS = {
  createdDateTime: 'Date',
  requestId: 'Request ID',
  userDisplayName: 'User',
  appDisplayName: 'Application',
  status: 'Status',
  ipAddress: 'IP address',
  conditionalAccessStatus: 'Conditional access',
  errorCode: 'Sign-in error code',
  failureReason: 'Failure reason',
};

/** Texts of the nine cells of a row of the sign-in log. Seven rows of ten hold a bare code. */
function cellsOf(row: number): string[] {
  const code = CODES[row % CODES.length]!;
  return [
    `9/${1 + (row % 28)}/2026, 1:02:${10 + (row % 50)} AM`,
    `${String(row).padStart(8, '0')}-0000-4000-8000-000000000000`,
    `User ${row}`,
    row % 3 ? 'Azure Portal' : 'Microsoft Teams Web Client',
    code === '0' ? 'Success' : 'Failure',
    `203.0.113.${row % 250}`,
    'Not Applied',
    code,
    code === '0' ? 'Other.' : 'Error validating credentials.',
  ];
}

/** A small grid of the shape that Fluent's lists have, whose rows are rewritten or replaced by hand. */
export class Grid {
  readonly #body = document.createElement('div');
  #next = 0;

  constructor(readonly rows: number) {
    const grid = document.createElement('div');
    grid.setAttribute('role', 'grid');
    const head = document.createElement('div');
    head.setAttribute('role', 'row');
    for (const [key, text] of Object.entries(HEADS)) {
      const column = document.createElement('div');
      column.setAttribute('role', 'columnheader');
      column.dataset.itemKey = key;
      column.textContent = text;
      head.append(column);
    }
    grid.append(head, this.#body);
    document.body.append(grid);
    this.replace();
  }

  /** Writes the next rows over the text of the present ones, as a grid that recycles its rows does. */
  rewrite(): void {
    for (const row of this.#body.children) {
      const texts = cellsOf(this.#next++);
      for (const [at, cell] of [...row.children].entries()) {
        (cell.firstChild!.firstChild as Text).data = texts[at]!;
      }
    }
  }

  /** Takes the present rows away and adds the next ones. */
  replace(): void {
    this.#body.replaceChildren();
    for (let row = 0; row < this.rows; row++) this.#body.append(this.#drawRow(this.#next++));
  }

  #drawRow(at: number): Element {
    const row = document.createElement('div');
    row.setAttribute('role', 'row');
    const texts = cellsOf(at);
    for (const [column, key] of Object.keys(HEADS).entries()) {
      const cell = document.createElement('div');
      cell.setAttribute('role', 'gridcell');
      cell.dataset.automationKey = key;
      const text = document.createElement('span');
      text.append(texts[column]!);
      cell.append(text);
      row.append(cell);
    }
    return row;
  }
}
