import type { ComponentChildren } from 'preact';
import type { Check, GuideBlock, GuideItem, GuideList } from '../lookup/guide';
import { CommandBlock } from './command-block';
import type { Copy } from './copy-button';
import { GuideTable } from './guide-table';
import { i18n } from './i18n';
import { Words } from './words';

function Item({ item: { text, risky, below } }: { item: GuideItem }) {
  return (
    <li>
      {risky && <span class="pill it">{i18n.t('card.risky')}</span>} <Words of={text} />
      {below && <List list={below} />}
    </li>
  );
}

function List({ list: { start, items } }: { list: GuideList }) {
  const rows = items.map((item) => <Item item={item} />);
  return start === undefined ? <ul>{rows}</ul> : <ol start={start}>{rows}</ol>;
}

interface Props {
  of: GuideBlock[];
  copy: Copy;
  /** Shows items of the checklist. */
  checklist: (checks: Check[]) => ComponentChildren;
}

/** The blocks of a section of a guide. */
export function GuideBlocks({ of, copy, checklist }: Props) {
  return (
    <>
      {of.map((block) => {
        if ('h' in block) return <h3>{block.h}</h3>;
        if ('list' in block) return <List list={block.list} />;
        if ('rows' in block) return <GuideTable {...block} />;
        if ('checks' in block) return checklist(block.checks);
        if ('command' in block)
          return <CommandBlock command={block.command} ids={{}} copy={copy} />;
        if ('example' in block)
          return (
            <pre tabIndex={0}>
              <code>{block.example}</code>
            </pre>
          );
        if ('warn' in block)
          return (
            <div class="warn banner">
              {block.warn.map((sentence) => (
                <p>
                  <Words of={sentence} />
                </p>
              ))}
            </div>
          );
        return (
          <p>
            <Words of={block.p} />
          </p>
        );
      })}
    </>
  );
}
