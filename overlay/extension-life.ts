import { nativeRuntime } from '../messaging/native-runtime';

/**
 * True after an update, a reload or a removal of the extension: its scripts go on in open pages, and every call to the
 * browser throws.
 */
export function isExtensionGone(): boolean {
  return !nativeRuntime()?.id;
}

type WithAnyRoot = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** The shadow root of an element, closed or not: Chrome and Firefox give it to extensions only. */
function rootOf(element: WithAnyRoot): ShadowRoot | null | undefined {
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
  };
  return element.openOrClosedShadowRoot ?? chrome?.dom?.openOrClosedShadowRoot?.(element);
}

/** Removes what an earlier run of the extension left on the page: its notes have nobody left behind them. */
export function removeLeftovers(): void {
  for (const host of document.querySelectorAll('signpost-note,signpost-card')) {
    if (rootOf(host)?.querySelector('.signpost')) host.remove();
  }
}
