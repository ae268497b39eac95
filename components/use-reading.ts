import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How far below the bars that stay a heading may stand to count as reached, in CSS pixels. */
const REACHED = 24;

/**
 * Follows where somebody reads in a long article.
 * @param article Holds one `h1`, headings `h2[id^=section-]`, and a bar that stays, `.along`.
 * @param section Id of the section that the address names. It counts as read where it is in view and the page's end
 *   keeps it from reaching the top.
 * @returns Id of the section that is read, empty before the first one, and whether the title has left the view.
 */
export function useReading(
  article: RefObject<HTMLElement | null>,
  section: string,
): { current: string; isTitleGone: boolean } {
  const [reading, setReading] = useState({ current: '', isTitleGone: false });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const root = article.current;
      if (!root) return;
      const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
      const headings = [...root.querySelectorAll<HTMLElement>('h2[id^=section-]')].filter(
        (heading) => heading.offsetParent,
      );
      const topOf = (heading: Element) => heading.getBoundingClientRect().top;
      const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.body.scrollHeight - 2;
      const reached = headings.filter((heading) => topOf(heading) <= top + REACHED);
      const named = headings.find(({ id }) => id === `section-${section}`);
      const heading = isAtEnd
        ? named && topOf(named) > 0
          ? named
          : headings.at(-1)
        : reached.at(-1);
      const current = heading?.id.replace('section-', '') ?? '';
      const isTitleGone = root.querySelector('h1')!.getBoundingClientRect().bottom < top;
      setReading((last) =>
        last.current === current && last.isTitleGone === isTitleGone
          ? last
          : { current, isTitleGone },
      );
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', schedule, { passive: true });
    addEventListener('resize', schedule, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', schedule);
      removeEventListener('resize', schedule);
    };
  }, [section]);
  return reading;
}
