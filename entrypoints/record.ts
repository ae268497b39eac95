import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawPanel } from '../components/panels';
import { i18n } from '../components/i18n';
import { pageHandle } from '../finder/page-handle';
import type { PageWithRecord } from '../overlay/record-handle';
import { createRecordReader } from '../overlay/record-reader';
import { withRowPatterns } from '../overlay/row-patterns';
import { ticketText } from '../report/ticket';

/**
 * Loaded into a frame when somebody looks at a code: reads what the page says of its sign-in, draws what stands
 * under the tabs of a card, and writes the text for IT.
 */
export default defineUnlistedScript(() => {
  const page: PageWithRecord | undefined = pageHandle();
  if (page)
    page.record ??= {
      reader: withRowPatterns(createRecordReader(page), page),
      drawPanel,
      ticketText: (ticket) => ticketText(ticket, (row) => i18n.t(`ids.${row}`)),
    };
});
