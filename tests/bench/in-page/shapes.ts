/** Things that a page may do and that punish a careless finder. Each ends with all of it in the page. */
const SHAPES = {
  /** 4,000 codes, each in a span of one block. */
  spans() {
    const block = document.createElement('pre');
    document.body.append(block);
    for (let at = 0; at < 4000; at++) {
      const span = document.createElement('span');
      span.textContent = `AADSTS${50_000 + at}\n`;
      block.append(span);
    }
  },
  /** 32,000 text nodes without a code in one block. */
  texts() {
    const block = document.createElement('div');
    document.body.append(block);
    for (let at = 0; at < 32_000; at++) block.append(`word ${at} `);
  },
  /** 32,000 codes in one text node. */
  codes() {
    const block = document.createElement('p');
    block.textContent = Array.from({ length: 32_000 }, (_, at) => `AADSTS${50_000 + at}`).join(' ');
    document.body.append(block);
  },
  /** A table of 4,000 rows of five numbers. */
  table() {
    const table = document.createElement('table');
    const row = '<tr><td>20001</td><td>20002</td><td>0</td><td>20004</td><td>20005</td></tr>';
    table.innerHTML = `<tr><th>a</th><th>b</th><th>Error code</th><th>c</th><th>d</th></tr>${row.repeat(4000)}`;
    document.body.append(table);
  },
  /** A row of 8,000 cells. */
  row() {
    const table = document.createElement('table');
    table.innerHTML = `<tr>${'<td>60001</td>'.repeat(7998)}<td>Error code</td><td>0</td></tr>`;
    document.body.append(table);
  },
  /** A log of 10,000 lines that streams into one block. */
  async stream() {
    const block = document.createElement('pre');
    document.body.append(block);
    for (let lines = 0; lines < 10_000;) {
      for (let at = 0; at < 100; at++) block.append(`line ${lines++}: nothing wrong here\n`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
};

export type ShapeName = keyof typeof SHAPES;

/** Lets the page take a shape, and waits until it was drawn. */
export async function takeShape(name: ShapeName): Promise<void> {
  await SHAPES[name]();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
