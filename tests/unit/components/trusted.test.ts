import { describe, expect, it, vi } from 'vitest';
import { trusted } from '../../../components/trusted';

function press({ isTrusted, isVisible }: { isTrusted: boolean; isVisible: boolean }): boolean {
  const handle = vi.fn();
  const currentTarget = { checkVisibility: () => isVisible };
  trusted(handle)({ isTrusted, currentTarget } as unknown as Event);
  return handle.mock.calls.length === 1;
}

describe('a button of ours', () => {
  it('answers a person who sees it', () => {
    expect(press({ isTrusted: true, isVisible: true })).toBe(true);
  });

  it.each([
    ['a script that makes the event', { isTrusted: false, isVisible: true }],
    ['a click on what the page made invisible', { isTrusted: true, isVisible: false }],
  ])('does not answer %s', (_, event) => {
    expect(press(event)).toBe(false);
  });
});
