import { browser } from 'wxt/browser';
import { canonicalCode, type Code } from '../detection/code';
import type { Message } from './protocol';

/** The code of a message that says that somebody looks at it. A page that took over its renderer could send anything. */
function codeOf(message: unknown): Code | undefined {
  const { signpost, data } = (message ?? {}) as Partial<Message<'looked'>>;
  return signpost === 'looked' ? canonicalCode(String(data?.code)) : undefined;
}

/**
 * Calls back for each code that somebody looks at in the active tab of the window in which this page stands.
 * @param show Called with the code.
 */
export async function onLook(show: (code: Code) => void): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  browser.runtime.onMessage.addListener((message: unknown, { tab }) => {
    const code = codeOf(message);
    if (code && tab?.active && tab.windowId === id) show(code);
    // Without an answer: the background gives it.
    return undefined;
  });
}
