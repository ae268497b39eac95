// @vitest-environment happy-dom
import { h, render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { SettingSwitch } from '../../../components/setting-switch';

vi.mock('../../../components/i18n', () => ({ i18n: { t: (key: string) => key } }));

afterEach(() => document.body.replaceChildren());

it('a choice that could not be stored is not called saved, though the one before it was', async () => {
  const save = vi.fn(async () => {});
  render(
    h(SettingSwitch, { label: 'Notes', value: true, isManaged: false, origin: '', save }),
    document.body,
  );
  const said = (role: string) => document.querySelector(`[role=${role}]`)?.textContent ?? '';
  const press = () => document.querySelector('input')!.click();
  press();
  await vi.waitFor(() => expect(said('status')).toBe('✓ options.saved'));
  save.mockRejectedValueOnce(new Error('QUOTA_BYTES'));
  press();
  await vi.waitFor(() => expect(said('alert')).toBe('options.notSaved'));
  expect(said('status')).toBe('');
});
