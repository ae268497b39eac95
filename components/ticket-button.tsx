import { i18n } from './i18n';
import { ticketText } from '../report/ticket';
import { CopyButton } from './copy-button';
import type { Explained } from './explained';

type Props = Pick<
  Explained,
  'code' | 'entry' | 'ids' | 'message' | 'opened' | 'causes' | 'host' | 'copy' | 'readRecord'
>;

/** Copies all that IT needs to look into an error, with what the page says of this sign-in. */
export function TicketButton({ copy, readRecord, ...known }: Props) {
  const text = async () =>
    ticketText({ ...known, ...(await readRecord?.()) }, (row) => i18n.t(`ids.${row}`));
  return (
    <CopyButton isMain label={i18n.t('card.copyForIt')} of={known.code} text={text} copy={copy} />
  );
}
