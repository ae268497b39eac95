import { factOfType, type Fact, type Source } from './fact';
import { typeOf, type FactName } from './vocabulary';

/**
 * Makes a fact of any kind of record.
 *
 * @param name Its name in the vocabulary.
 * @param label As printed.
 * @param printed As printed; blanks around it do not matter.
 * @param source Where it stands.
 */
export function makeFact(name: FactName, label: string, printed: string, source: Source): Fact {
  return factOfType(typeOf(name), name, label, printed, source);
}
