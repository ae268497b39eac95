import { useEffect } from 'preact/hooks';

/**
 * Brings the reader to the section that the address names, or to the beginning.
 * @param isThere False while the sections are not drawn yet.
 * @param section Id of a heading `section-…`; empty for the beginning.
 */
export function useSection(isThere: boolean, section: string): void {
  useEffect(() => {
    if (!isThere) return;
    const target = section && document.getElementById(`section-${section}`);
    if (target) {
      target.focus({ preventScroll: true });
      target.scrollIntoView();
    } else {
      scrollTo({ top: 0 });
      document.querySelector('h1')!.focus({ preventScroll: true });
    }
  }, [isThere, section]);
}
