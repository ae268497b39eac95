import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules whose answer depends on the colors of a page. The others say the same by day and by night. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * What axe complains about on a page, in the page's light and dark colors. A page that is looked at in several widths
 * has the same colors in each: one of them is enough for the dark.
 * @param page Leaves it as it was, in light colors.
 * @param options.include Selector of the part that is looked at, where it is not the whole page.
 * @param options.schemes Colors in which it is looked at.
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
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    // Our pages have no frames that axe would have to be put together from, which takes it a tab of its own.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
    if (colorScheme === 'light') axe.withTags(TAGS);
    else axe.withRules(COLOR_RULES);
    if (include) axe.include(include);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${colorScheme}: ${id} ${target.join(' ')} ${failureSummary}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}
