/**
 * Wraps a handler so that only a real action of the person runs it: not an event that a script of the page made, and
 * not a click on something that the page made invisible.
 * @param handle What to do.
 */
export function trusted(handle: () => void) {
  return (event: Event): void => {
    const target = event.currentTarget as Element;
    if (
      !event.isTrusted ||
      !target.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    )
      return;
    handle();
  };
}
