import { i18n } from './i18n';
import { CopyButton } from './copy-button';
import type { Explained } from './explained';

type Props = Pick<Explained, 'code' | 'copy'> & { ticket: NonNullable<Explained['ticket']> };

/** Copies all that IT needs to look into an error, with what the page says of this sign-in. */
export function TicketButton({ code, copy, ticket }: Props) {
  return <CopyButton isMain label={i18n.t('card.copyForIt')} of={code} text={ticket} copy={copy} />;
}
