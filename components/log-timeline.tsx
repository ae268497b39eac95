import { formatCount, formatMoment, formatStep } from '../log/format';
import type { Bucket, LogFilter, Timeline } from '../log/report';
import { i18n } from './i18n';
import type { CountingWords } from './log-words';

interface Props {
  timeline: Timeline;
  /** Shows the rows of one stretch alone. */
  narrow: (filter: LogFilter) => void;
  words: CountingWords;
}

/** What is drawn, from the bottom up. Successes are left out: they would hide everything else. */
const DRAWN = ['act', 'look', 'unknown', 'expected'] as const;

const HEIGHT = 100;
/** Width of a bar and of the gap after it, in units of the drawing, which is stretched to its place. */
const BAR = 8;
const GAP = 2;

const without = (bucket: Bucket) => DRAWN.reduce((sum, weight) => sum + bucket[weight], 0);

/** When something happened other than a success: bars by weight, and the same as a table. */
export function LogTimeline({ timeline: { step, buckets }, narrow, words }: Props) {
  const highest = Math.max(1, ...buckets.map(without));
  const peak = buckets.find((bucket) => without(bucket) === highest);
  const stretch = ({ from }: Bucket): LogFilter => ({
    from,
    to: new Date(Date.parse(from) + step).toISOString(),
  });
  const width = buckets.length * (BAR + GAP);
  const title = words('timeline', [formatStep(step)]);
  const middle = buckets[Math.floor(buckets.length / 2)];
  return (
    <figure class="timeline">
      <figcaption>
        <b>{title}</b>{' '}
        <span class="soft">
          {peak && without(peak) > 0
            ? i18n.t('log.peak', [formatCount(highest), formatMoment(peak.from)])
            : words('quiet')}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={title}
      >
        {buckets.map((bucket, at) => {
          let top = HEIGHT;
          return (
            <g key={bucket.from} onClick={() => narrow(stretch(bucket))}>
              <title>
                {`${formatMoment(bucket.from)}: ${DRAWN.filter((weight) => bucket[weight])
                  .map(
                    (weight) => `${i18n.t(`log.weight.${weight}`)} ${formatCount(bucket[weight])}`,
                  )
                  .join(', ')}`}
              </title>
              <rect class="hit" x={at * (BAR + GAP)} y={0} width={BAR + GAP} height={HEIGHT} />
              {DRAWN.map((weight) => {
                const height = (bucket[weight] / highest) * HEIGHT;
                top -= height;
                return height > 0 ? (
                  <rect
                    class={`weight-${weight}`}
                    key={weight}
                    x={at * (BAR + GAP)}
                    y={top}
                    width={BAR}
                    height={height}
                  />
                ) : null;
              })}
            </g>
          );
        })}
      </svg>
      <p class="axis soft" aria-hidden="true">
        {[buckets[0], buckets.length > 2 ? middle : undefined, buckets.at(-1)].map(
          (bucket, at) => bucket && <span key={at}>{formatMoment(bucket.from)}</span>,
        )}
      </p>
      <p class="legend soft" aria-hidden="true">
        {DRAWN.filter((weight) => buckets.some((bucket) => bucket[weight])).map((weight) => (
          <span key={weight}>
            <i class={`weight-${weight}`} /> {i18n.t(`log.weight.${weight}`)}
          </span>
        ))}
      </p>
      <details>
        <summary>{i18n.t('log.asTable')}</summary>
        <div class="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{i18n.t('log.from')}</th>
                {DRAWN.map((weight) => (
                  <th class="number" key={weight}>
                    {i18n.t(`log.weight.${weight}`)}
                  </th>
                ))}
                <th class="number">{i18n.t('log.weight.success')}</th>
              </tr>
            </thead>
            <tbody>
              {buckets.map((bucket) => (
                <tr key={bucket.from}>
                  <th>
                    <button type="button" class="link" onClick={() => narrow(stretch(bucket))}>
                      {formatMoment(bucket.from)}
                    </button>
                  </th>
                  {[...DRAWN, 'success' as const].map((weight) => (
                    <td class="number" key={weight}>
                      {formatCount(bucket[weight])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
