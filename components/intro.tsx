import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { i18n } from './i18n';

/** What stands above the tabs: two lines that unfold. */
export function Intro({ children }: { children: ComponentChildren }) {
  const text = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isLong, setLong] = useState(false);
  useLayoutEffect(() => {
    const { scrollHeight, clientHeight } = text.current!;
    setLong(scrollHeight > clientHeight + 1);
  }, []);
  return (
    <div class={`body intro ${isOpen ? 'open' : ''}`}>
      {/* A link that gets the focus must not stay in the folded part. */}
      <div ref={text} class={isOpen ? '' : 'two-lines'} onFocusIn={() => setOpen(true)}>
        {children}
      </div>
      {isLong && (
        <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {i18n.t(isOpen ? 'card.less' : 'card.more')}
        </button>
      )}
    </div>
  );
}
