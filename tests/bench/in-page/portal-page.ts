import { createRandom } from './random';

/** What the page to read is like. */
export interface PortalPage {
  /** Elements in the body, within one row. */
  elements: number;
  /** Codes, spread evenly over the page. */
  codes: number;
  /** Whether the page has what looks like codes from afar: the word "code" near long numbers, `801c` in GUIDs. */
  hasDecoys?: boolean;
}

const WORDS =
  'Overview Properties Members Owners Devices Applications Licenses Groups Roles Policies Settings Monitoring Workbooks Usage Insights Diagnose Assigned Direct Inherited Enabled Disabled Enterprise Registered Managed Compliant Windows Contoso Finance Marketing Europe'.split(
    ' ',
  );

/** Spellings that every library can find in one text node, so that all of them do the same work. */
const CODES = [
  'AADSTS50126: Error validating credentials due to invalid username or password.',
  'AADSTS53003: Access has been blocked by Conditional Access policies.',
  'AADSTS700016: Application was not found in the directory.',
  'The device could not be joined (0x801C03ED).',
  'AADSTS50011: The redirect URI does not match.',
];

const DECOYS = [
  'Country code of the branch office: Munich, 80331',
  'Resource type: server in building 70563',
  'c0ffee00-801c-4a3b-9d2e-00c0ffee0000',
];

/**
 * Fills the body with what a portal blade looks like to a reader of its DOM: nested boxes, rows of cells with spans,
 * buttons with icons, names, GUIDs, times and numbers. About seven elements of ten hold no text of their own.
 * @returns The number of elements that it now has.
 */
export function drawPortalPage({ elements, codes, hasDecoys = false }: PortalPage): number {
  const random = createRandom(elements);
  const digits = (count: number, base = 10) => {
    let text = '';
    while (text.length < count) text += Math.floor(random() * base).toString(base);
    return text;
  };
  // A GUID without decoys never holds 801c, so that every seed draws a page that is truly without codes.
  const hex = (count: number) => digits(count, 16).replace(/801c/g, '801d');
  const guid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-9${hex(3)}-${hex(12)}`;
  const words = (count: number) =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  const time = () => `9/${1 + Math.floor(random() * 28)}/2026, ${digits(1)}:4${digits(1)}:17 AM`;

  const cell = (content: string) =>
    `<div role="gridcell" class="cell"><div class="content"><span>${content}</span></div></div>`;
  const row = () =>
    `<div role="row" class="row"><div class="fields" role="presentation">` +
    cell(`<a href="#">${words(2)}</a>`) +
    cell(guid()) +
    cell(time()) +
    cell(`${digits(3)} of ${digits(4)}`) +
    `<div class="cell"><button type="button"><span class="box"><i></i><span>${words(1)}</span></span></button></div>` +
    `</div></div>`;
  const ELEMENTS_PER_ROW = 20;

  const rows = Math.round(elements / ELEMENTS_PER_ROW);
  const every = codes ? rows / codes : Infinity;
  const drawn: string[] = [];
  let placed = 0;
  for (let at = 0; at < rows; at++) {
    drawn.push(row());
    if (at >= placed * every && placed < codes) {
      drawn.push(`<div class="message"><span>${CODES[placed++ % CODES.length]}</span></div>`);
    }
    if (hasDecoys && at % 100 === 50) {
      drawn.push(`<div class="message"><span>${DECOYS[at % DECOYS.length]}</span></div>`);
    }
  }
  document.body.innerHTML = `<div class="shell"><div class="blade">${drawn.join('')}</div></div>`;
  // Style and layout are the page's own work and must not fall into the first measure.
  document.body.getBoundingClientRect();
  return document.body.querySelectorAll('*').length;
}
