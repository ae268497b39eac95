import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OPTIONAL_PATTERNS } from '../../../hosts/roles';

/** The browser's registry of content scripts: it refuses a second script of the same id, and answers late. */
const registry = vi.hoisted(() => ({
  origins: [] as string[],
  scripts: new Map<string, { id: string; matches: string[] }>(),
}));

vi.mock('wxt/browser', () => {
  const later = () => new Promise((resolve) => setImmediate(resolve));
  return {
    browser: {
      permissions: {
        async getAll() {
          await later();
          return { origins: registry.origins };
        },
      },
      scripting: {
        async getRegisteredContentScripts({ ids }: { ids: string[] }) {
          await later();
          return ids.flatMap((id) => registry.scripts.get(id) ?? []);
        },
        async unregisterContentScripts({ ids }: { ids: string[] }) {
          await later();
          for (const id of ids)
            if (!registry.scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
        },
        async registerContentScripts(scripts: { id: string; matches: string[] }[]) {
          await later();
          for (const script of scripts) {
            if (registry.scripts.has(script.id)) throw new Error('Duplicate script ID');
            registry.scripts.set(script.id, script);
          }
        },
      },
    },
  };
});

const { updateOptionalSites } = await import('../../../background/optional-sites');
const matches = () => [...registry.scripts.values()].flatMap((script) => script.matches);

describe('optional sites', () => {
  beforeEach(() => {
    registry.scripts.clear();
    registry.origins = [];
  });

  it('several changes at once leave one script, for what is allowed at the end', async () => {
    const [first, second] = OPTIONAL_PATTERNS as [string, string];
    registry.origins = [first];
    const one = updateOptionalSites();
    const other = updateOptionalSites();
    registry.origins = [first, second];
    await Promise.all([one, other, updateOptionalSites()]);
    expect(matches()).toEqual([first, second]);
  });

  it('a failed update does not keep the next one from running', async () => {
    registry.origins = [OPTIONAL_PATTERNS[0]!];
    vi.spyOn(registry.scripts, 'set').mockImplementationOnce(() => {
      throw new Error('the browser is shutting down');
    });
    await expect(updateOptionalSites()).rejects.toThrow('shutting down');
    await updateOptionalSites();
    expect(matches()).toEqual([OPTIONAL_PATTERNS[0]]);
  });

  it('nothing runs on hosts that are no optional ones', async () => {
    registry.origins = ['https://contoso.com/*', 'https://login.microsoftonline.com/*'];
    await updateOptionalSites();
    expect(matches()).toEqual([]);
  });
});
