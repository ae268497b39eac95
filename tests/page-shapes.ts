/**
 * Things that a page may do and that punish a careless finder (each froze a tab once). A shape runs in the page and
 * ends with all of it there; it names nothing outside of itself, so that it may be sent there as text.
 */
export const SHAPES = {
  '4,000 codes in spans of one block': () => {
    const block = document.createElement('pre');
    document.body.append(block);
    for (let at = 0; at < 4000; at++) {
      const span = document.createElement('span');
      span.textContent = `AADSTS${50_000 + at}\n`;
      block.append(span);
    }
  },
  '32,000 text nodes in one block': () => {
    const block = document.createElement('div');
    document.body.append(block);
    for (let at = 0; at < 32_000; at++) block.append(`word ${at} `);
    block.append('AADSTS50126');
  },
  '32,000 codes in one text node': () => {
    const block = document.createElement('p');
    block.textContent = Array.from({ length: 32_000 }, (_, at) => `AADSTS${50_000 + at}`).join(' ');
    document.body.append(block);
  },
  'a table of 4,000 rows of five numbers': () => {
    const table = document.createElement('table');
    const head = '<tr><th>a</th><th>b</th><th>Error code</th><th>c</th><th>d</th></tr>';
    const row = (at: number) =>
      `<tr>${[20_001, 20_002, at % 1000 ? 0 : 50_126, 20_004, 20_005].map((value) => `<td>${value}</td>`).join('')}</tr>`;
    table.innerHTML = head + Array.from({ length: 4000 }, (_, at) => row(at)).join('');
    document.body.append(table);
  },
  'a row of 8,000 cells': () => {
    const table = document.createElement('table');
    table.innerHTML = `<tr>${'<td>60001</td>'.repeat(7998)}<td>Error code</td><td>50126</td></tr>`;
    document.body.append(table);
  },
  'elements nested 400 deep, a code in each': () => {
    let inner: Element = document.body;
    for (let at = 0; at < 400; at++) {
      const box = document.createElement('div');
      box.textContent = `AADSTS${50_000 + at}`;
      inner.append(box);
      inner = box;
    }
  },
  'a log of 10,000 lines that streams into one block': () =>
    new Promise<void>((resolve) => {
      const block = document.createElement('pre');
      document.body.append(block);
      let lines = 0;
      const timer = setInterval(() => {
        for (let at = 0; at < 100; at++) block.append(`line ${lines++}: nothing wrong here\n`);
        if (lines < 10_000) return;
        clearInterval(timer);
        block.append('AADSTS50126');
        resolve();
      }, 20);
    }),
} satisfies Record<string, () => void | Promise<void>>;

export type ShapeName = keyof typeof SHAPES;
