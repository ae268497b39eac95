import type { Cloud } from '../hosts/hosts';

/** A named place in a portal: its label and its address in each cloud where it exists. */
export interface Place {
  label: string;
  links: Partial<Record<Cloud, string>>;
}
