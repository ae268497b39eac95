import type { FrameReading } from '../../../inspection/frame-reading';

/** SHOULD ONLY BE IMPORTED IN TESTS. A frame of the Entra admin center in which the finder runs. */
export function makeFrame(
  changes: Partial<FrameReading> & { frameId?: number } = {},
): FrameReading & { frameId: number } {
  return {
    frameId: 0,
    host: 'entra.microsoft.com',
    scheme: 'https:',
    depth: 0,
    children: 0,
    childHosts: [],
    isLoading: false,
    language: 'en',
    codes: [],
    grids: [],
    labels: [],
    counts: {},
    ...changes,
  };
}

/** A grid whose columns have these heads. */
export function makeGrid(heads: [text: string, is?: string][], rows = 30) {
  return {
    role: 'grid',
    rows,
    heads: heads.map(([text, is]) => ({ text, ...(is && { is }) })),
    ties: ['aria-colindex'],
  };
}
