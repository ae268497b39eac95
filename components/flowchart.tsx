import { useState } from 'preact/hooks';
import type { Chart } from '../lookup/chart';
import type { Question } from '../lookup/entry';
import { i18n } from './i18n';
import { Words } from './words';

const LINE = 18;
const PADDING = 10;
/** From the top of a line to its baseline. */
const ASCENT = 13;

/** Lines of text from a first baseline down. */
function Lines({ of, x, y, ...rest }: { of: string[]; x: number; y: number; class?: string }) {
  return (
    <text {...rest}>
      {of.map((line, at) => (
        <tspan x={x} y={y + at * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The same tree as nested lists, for who reads with the ears or with a text browser. */
function Outline({ of }: { of: Question }) {
  return (
    <>
      <Words of={of.ask} />
      <ul>
        {of.answers.map(({ when, next }) => (
          <li>
            <b>
              <Words of={when} />
            </b>
            {': '}
            {'end' in next ? <Words of={next.end} /> : <Outline of={next} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the drawing would be wider than the window; the words then stand open above it. As in the style sheet. */
const isNarrow = () => matchMedia('(max-width: 640px)').matches;

/** A decision tree in words, and as a drawing below them. */
export function Flowchart({ chart, question }: { chart: Chart; question: Question }) {
  const { width, height, nodes, edges } = chart;
  const [isOpen] = useState(isNarrow);
  return (
    <>
      <details class="outline" open={isOpen}>
        <summary>{i18n.t('lookup.chartText')}</summary>
        <Outline of={question} />
      </details>
      <div class="chart" tabIndex={0} role="group" aria-label={i18n.t('lookup.chart')}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {edges.map(({ points }) => (
            <polyline points={points.join(' ')} marker-end="url(#arrow)" />
          ))}
          {edges.map(({ x, y, lines }) => (
            <Lines class="answer" of={lines} x={x} y={y + ASCENT} />
          ))}
          {nodes.map(({ kind, x, y, causes = [], lines, ...size }) => (
            <>
              <rect class={kind} x={x} y={y} rx={kind === 'question' ? 12 : 3} {...size} />
              <Lines class="cause" of={causes} x={x + PADDING} y={y + PADDING + ASCENT} />
              <Lines of={lines} x={x + PADDING} y={y + PADDING + ASCENT + causes.length * LINE} />
            </>
          ))}
        </svg>
      </div>
    </>
  );
}
