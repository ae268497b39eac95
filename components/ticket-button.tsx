import { i18n } from './i18n';
import { ticketText, type Ticket } from '../report/ticket';
import { CopyButton, type Copy } from './copy-button';

/** Copies all that IT needs to look into an error. */
export function TicketButton({ copy, ...ticket }: Ticket & { copy: Copy }) {
  return (
    <CopyButton
      isMain
      label={i18n.t('card.copyForIt')}
      text={ticketText(ticket, (row) => i18n.t(`ids.${row}`))}
      copy={copy}
    />
  );
}
