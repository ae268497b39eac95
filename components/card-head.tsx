import type { ComponentChildren } from 'preact';
import { i18n } from './i18n';
import type { Explained } from './explained';
import { Glyph } from './glyph';

/** Title, code and name of an explanation, with room for a button at its end. */
export function CardHead({
  code,
  entry,
  isForUser,
  children,
}: Explained & { isForUser?: boolean; children?: ComponentChildren }) {
  const title = (isForUser && entry?.userTitle) || entry?.title;
  return (
    <div class="head">
      <Glyph />
      <div class="grow">
        <h2 class="title">{title ?? i18n.t('unknown.title')}</h2>
        <div class="code">
          {code}
          {entry?.name && !isForUser ? ` · ${entry.name}` : ''}
        </div>
      </div>
      {children}
    </div>
  );
}
