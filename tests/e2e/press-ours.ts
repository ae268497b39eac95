import { expect, type CDPSession, type Page } from '@playwright/test';

interface Pressable {
  name: string;
  backendNodeId: number;
}

/** Buttons, tabs and links of a page, those inside closed shadow roots of ours as well, by the names people hear. */
async function pressables(session: CDPSession): Promise<Pressable[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: { role?: { value: string }; name?: { value: string }; backendDOMNodeId: number }[];
  };
  return nodes
    .filter(({ role }) => /button|tab|link/.test(role?.value ?? ''))
    .map(({ name, backendDOMNodeId }) => ({
      name: name?.value ?? '',
      backendNodeId: backendDOMNodeId,
    }));
}

/** Names of the buttons, tabs and links of a page, ours included. */
export async function pressableNames(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const names = (await pressables(session)).map(({ name }) => name);
  await session.detach();
  return names;
}

/**
 * Presses a button inside a closed shadow root of ours, found through the debugger, with a real mouse. A note that is
 * just drawn anew takes its old buttons with it: then the new one is looked for.
 * @throws Error where no button, tab or link with this label is drawn.
 */
export async function pressOurs(page: Page, label: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await expect(async () => {
    const button = (await pressables(session)).find(({ name }) => name.includes(label));
    if (!button) throw new Error(`no button "${label}" on the page`);
    const { backendNodeId } = button;
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }).toPass({ timeout: 5000 });
  await session.detach();
}

/**
 * Presses until it is obeyed. Our buttons obey once the browser has seen them uncovered for a tenth of a second before the
 * press; a test scrolls to them and presses at once, and on a busy machine the browser looks later.
 * @param press Presses the button, as a person would.
 * @param isObeyed Whether the press did what it should.
 */
export async function pressUntilObeyed(
  press: () => Promise<void>,
  isObeyed: () => Promise<boolean>,
): Promise<void> {
  await expect(async () => {
    if (!(await isObeyed())) await press();
    await expect.poll(isObeyed, { timeout: 1000 }).toBe(true);
  }).toPass();
}
