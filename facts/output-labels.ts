import { LOOSE_KEYS } from './dsregcmd-keys';
import { keyOfProperty, PROPERTY_TABLES } from './property-tables';
import { remembering } from './remembering';
import type { FactName } from './vocabulary';

/** @returns The fact that a label names in the output of dsregcmd, of the TPM or of the registry, in any of its spellings. */
export const factOfLabel = remembering((label): FactName | undefined => {
  const loose = LOOSE_KEYS.get(label.toLowerCase())?.name;
  if (loose) return loose;
  const key = keyOfProperty(label);
  return key === undefined
    ? undefined
    : PROPERTY_TABLES.find(({ properties }) => properties.has(key))?.properties.get(key);
});
