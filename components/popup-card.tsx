import { useEffect, useRef } from 'preact/hooks';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import type { SignInIds } from '../detection/find-ids';
import { Card } from './card';
import { LoadFailed } from './load-failed';
import type { PasteReading } from '../diagnosis/read-paste';
import { drawPanel } from './panels';
import type { PopupProps } from './popup-props';
import { useLoaded } from './use-entry';
import { useJudged } from './use-judged';

type Props = Pick<
  PopupProps,
  'loadEntry' | 'loadRules' | 'places' | 'support' | 'copy' | 'openLookup' | 'close'
> & {
  code: Code;
  ids: SignInIds;
  /** What was read of a pasted text that the code stands in. */
  reading: PasteReading | undefined;
};

/** The card of a chosen code in the popup. It takes the focus, so that it is announced and its keys scroll it. */
export function PopupCard({
  code,
  ids,
  reading,
  places,
  support,
  copy,
  openLookup,
  close,
  ...props
}: Props) {
  const entry = useLoaded(() => props.loadEntry(code), code);
  const judged = useJudged(reading, code, props.loadRules);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (entry.state === 'loaded')
      frame.current!.querySelector<HTMLElement>('[role=dialog]')!.focus({ preventScroll: true });
  }, [entry.state, code]);
  return (
    <div ref={frame}>
      {entry.state === 'loading' ? (
        <p class="message" role="status">
          {i18n.t('card.loading')}
        </p>
      ) : entry.state === 'failed' ? (
        <LoadFailed text={i18n.t('lookup.entryFailed', [code])} retry={entry.retry} />
      ) : (
        <Card
          {...{ code, ids, places, copy, openLookup, close, drawPanel, ...support, ...judged }}
          entry={entry.content}
          isMicrosoft
        />
      )}
    </div>
  );
}
