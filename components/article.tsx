import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from './i18n';
import type { Section } from './entry-sections';
import { useReading } from './use-reading';

interface Props {
  /** What says on the root which entry or guide it is: `data-code` or `data-guide`. */
  name: { 'data-code': string } | { 'data-guide': string };
  /** Stands in view when the title has left it. */
  running: ComponentChildren;
  sections: Section[];
  /** Id of the section that the address names; empty for the beginning. */
  section: string;
  /** The address of a section. */
  addressOf: (section: string) => string;
  /** Title and what stands before the first section. */
  head: ComponentChildren;
  foot?: ComponentChildren;
}

/** Where the list is a row that is wider than the window, it moves along with the reading. */
function useFollowingList(article: RefObject<HTMLElement | null>, current: string): void {
  useEffect(() => {
    // Not by scrollIntoView, which would move the page as well: the bar stands where the page keeps its headings out of.
    const list = article.current!.querySelector('.contents')!;
    const link = list.querySelector('[aria-current]');
    if (!link) return;
    const [seen, wanted] = [list, link].map((one) => one.getBoundingClientRect());
    list.scrollBy({ left: wanted!.x + wanted!.width / 2 - seen!.x - seen!.width / 2 });
  }, [current]);
}

/** A long text in sections, each linkable, with a list of contents that follows the reading. */
export function Article({ name, running, sections, section, addressOf, head, foot }: Props) {
  const article = useRef<HTMLElement>(null);
  const { current, isTitleGone } = useReading(article, section);
  useFollowingList(article, current);
  return (
    <article {...name} ref={article}>
      <div class="along screen-only">
        <p class="running" aria-hidden="true" hidden={!isTitleGone}>
          {running}
        </p>
        <nav class="contents" aria-label={i18n.t('lookup.contents')}>
          {sections.map(({ id, title, isScreenOnly }) => (
            <a
              key={id}
              href={addressOf(id)}
              aria-current={id === current ? 'location' : undefined}
              class={isScreenOnly ? 'screen-only' : ''}
            >
              {title}
            </a>
          ))}
        </nav>
      </div>
      <div class="whole">
        {head}
        {sections.map(({ id, title, body, isScreenOnly }) => (
          <section key={id} class={isScreenOnly ? 'screen-only' : ''}>
            <h2 id={`section-${id}`} tabIndex={-1}>
              {title}
            </h2>
            {body}
          </section>
        ))}
        {foot}
      </div>
    </article>
  );
}
