import type { Page } from '@playwright/test';

/**
 * Presses a button inside a closed shadow root of ours, found through the debugger, with a real mouse.
 * @throws Error where no button, tab or link has this label.
 */
export async function pressOurs(page: Page, label: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: { role?: { value: string }; name?: { value: string }; backendDOMNodeId: number }[];
  };
  const button = nodes.find(
    ({ role, name }) => /button|tab|link/.test(role?.value ?? '') && name?.value.includes(label),
  );
  if (!button) throw new Error(`no button "${label}" on the page`);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: button.backendDOMNodeId });
  const { model } = await session.send('DOM.getBoxModel', {
    backendNodeId: button.backendDOMNodeId,
  });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  await session.detach();
}
