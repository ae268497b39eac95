// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { Findings } from '../../../components/findings';
import type { JudgedCause } from '../../../diagnosis/judge-causes';
import type { Cause } from '../../../lookup/entry';

vi.mock('../../../components/i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values].join(' ') },
}));

const STEPS = 'Authentication Details tab';

const cause = (id: string): Cause => ({ id, name: [id], tell: [] });
const judged = (id: string, state: JudgedCause['state'], ...lookAt: string[]): JudgedCause => ({
  cause: id,
  state,
  evidence: [],
  lookAt,
  isOurs: false,
});

it('where to look is said once for causes that wait for the same tab', () => {
  const root = document.createElement('div');
  const causes = ['declined', 'no answer', 'number', 'new phone', 'blocked'].map(cause);
  render(
    h(Findings, {
      causes,
      judged: [
        judged('number', 'fits'),
        judged('declined', 'unknown', STEPS),
        judged('no answer', 'unknown', STEPS),
        judged('blocked', 'unknown', STEPS),
        judged('new phone', 'unknown', 'Device info tab'),
      ],
    }),
    root,
  );
  const said = [...root.querySelectorAll('.look')].map(({ textContent }) => textContent);
  // The one that fits stands above as the first; the list goes on from there.
  expect(root.querySelector('ol')!.start).toBe(2);
  expect(said).toEqual([
    'card.notVisible Device info tab',
    `card.notVisibleFor 2, 3, and 5 ${STEPS}`,
  ]);
});
