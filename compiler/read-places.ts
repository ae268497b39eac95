import { parse } from 'yaml';
import type { Cloud, Place } from '../lookup/place';

interface PlacesFile {
  hosts: Record<string, Partial<Record<Cloud, string>>>;
  places: Record<string, { label: string; portal: string; path: string }>;
}

/**
 * Reads knowledge/places.yml.
 * @throws Error when a place names a portal that has no hosts.
 */
export function readPlaces(yaml: string): Record<string, Place> {
  const { hosts, places } = parse(yaml) as PlacesFile;
  return Object.fromEntries(
    Object.entries(places).map(([name, { label, portal, path }]) => {
      const clouds = hosts[portal];
      if (!clouds)
        throw new Error(`places.yml: place "${name}" names portal "${portal}", which has no hosts`);
      const links = Object.fromEntries(
        Object.entries(clouds).map(([cloud, host]) => [cloud, host + path]),
      );
      return [name, { label, links }];
    }),
  );
}
