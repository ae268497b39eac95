import { cloudOf } from '../hosts/roles';
import type { Place } from '../lookup/place';

/**
 * Links of the named places in one cloud.
 * @param places Places as packaged.
 * @param host Host of the page that the reader looks at.
 * @returns Addresses by place. A place that a cloud does not have is left out.
 */
export function portalLinks(places: Record<string, Place>, host: string): Record<string, string> {
  const cloud = cloudOf(host);
  return Object.fromEntries(
    Object.entries(places).flatMap(([name, { links }]) => {
      const link = links[cloud];
      return link ? [[name, link]] : [];
    }),
  );
}
