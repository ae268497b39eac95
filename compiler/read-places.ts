import { parse } from 'yaml';
import { HOSTS } from '../hosts/hosts';
import type { Place } from '../lookup/place';

type PlacesFile = Record<string, { label: string; portal: string; path: string }>;

/**
 * Reads knowledge/places.yml. The address of a portal in each cloud comes from the table of hosts.
 * @throws Error when a place names a portal that no row of the table has.
 */
export function readPlaces(yaml: string): Record<string, Place> {
  return Object.fromEntries(
    Object.entries(parse(yaml) as PlacesFile).map(([name, { label, portal, path }]) => {
      const rows = HOSTS.filter((host) => host.portal === portal);
      if (!rows.length)
        throw new Error(
          `places.yml: place "${name}" names portal "${portal}", which no row of hosts/hosts.ts has`,
        );
      const links = Object.fromEntries(
        rows.map(({ cloud, pattern }) => [cloud, pattern.replace(/\*$/, '') + path]),
      );
      return [name, { label, links }];
    }),
  );
}
