import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules whose answer depends on the colors of a page. The others say the same by day and by night. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** Rows after the first of a list or table are built like those, and each costs axe milliseconds. */
const ALIKE = ['tbody tr:nth-child(n + 9)', '.catalog > li:nth-child(n + 9)'];

/**
 * What axe complains about on a page, in the page's light and dark colors.
 * @param page Leaves it as it was, in light colors.
 * @param options.include Selector of the part that is looked at, where it is not the whole page.
 * @param options.schemes Colors in which it is looked at: none where the same page is looked at in another width, too,
 *   since it has the same colors there.
 * @returns For each element the colors, the rule and why: empty where all is well.
 */
export async function complaints(
  page: Page,
  {
    include,
    schemes = ['light', 'dark'],
  }: { include?: string; schemes?: ('light' | 'dark')[] } = {},
): Promise<string[]> {
  const found: string[] = [];
  const look = async (where: string, choose: (axe: AxeBuilder) => AxeBuilder) => {
    // Our pages have no frames that axe would have to be put together from, which takes it a tab of its own.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
    if (include) axe.include(include);
    for (const rows of ALIKE) axe.exclude(rows);
    const { violations } = await choose(axe).analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${where}: ${id} ${target.join(' ')} ${failureSummary}`);
  };
  if (!schemes.length)
    await look('no colors', (axe) => axe.withTags(TAGS).disableRules(COLOR_RULES));
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await look(colorScheme, (axe) =>
      colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(COLOR_RULES),
    );
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}
