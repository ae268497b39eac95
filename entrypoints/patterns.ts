import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { i18n } from '../components/i18n';
import { closest } from '../finder/dom';
import { pageHandle } from '../finder/page-handle';
import { ROW } from '../finder/value-labels';
import { drawnLists } from '../inspection/sign-in-lists';
import { patternsInList } from '../log/patterns/page-patterns';
import { patternText } from '../log/patterns/pattern-text';
import type { PageWithRecord } from '../overlay/record-handle';

/** Loaded into a frame when somebody looks at a code in a list: looks for patterns across the rows that are drawn. */
export default defineUnlistedScript(() => {
  const page: PageWithRecord | undefined = pageHandle();
  if (!page) return;
  page.patterns ??= {
    patternOf({ row, block }, rules) {
      const element = closest(row ?? block, ROW);
      if (!element) return undefined;
      for (const { rows, isUtc } of drawnLists(page)) {
        const own = rows.findIndex(({ elements }) => elements.includes(element));
        if (own < 0) continue;
        const cells = rows.map((one) => one.cells);
        const { count, patterns } = patternsInList({ cells, isUtc }, rules);
        const found = patterns.find((one) => one.rows.some(({ at }) => at === own + 1));
        if (!found) return undefined;
        const text = (one: string) =>
          patternText(one, found.values, i18n.t('popup.pattern.scope', [String(count)]));
        return {
          weight: found.weight,
          says: text(found.says),
          unless: text(found.unless),
          command: found.commands[0]?.code ?? '',
        };
      }
      return undefined;
    },
  };
});
