import type { Chart } from '../lookup/chart';
import type { Question } from '../lookup/entry';
import { i18n } from './i18n';
import { Words } from './words';

const LINE = 18;
const PADDING = 10;

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

/** A decision tree as a drawing, with the same in words below it. */
export function Flowchart({ chart, question }: { chart: Chart; question: Question }) {
  const { width, height, nodes, edges } = chart;
  return (
    <>
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
            <Lines class="answer" of={lines} x={x} y={y - ((lines.length - 1) * LINE) / 2 + 4} />
          ))}
          {nodes.map(({ kind, x, y, causes = [], lines, ...size }) => (
            <>
              <rect class={kind} x={x} y={y} rx={kind === 'question' ? 12 : 3} {...size} />
              <Lines class="cause" of={causes} x={x + PADDING} y={y + PADDING + 13} />
              <Lines of={lines} x={x + PADDING} y={y + PADDING + 13 + causes.length * LINE} />
            </>
          ))}
        </svg>
      </div>
      <details class="outline">
        <summary>{i18n.t('lookup.chartText')}</summary>
        <Outline of={question} />
      </details>
    </>
  );
}
