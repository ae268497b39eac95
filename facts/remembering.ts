/** Most labels that one function remembers. A log of any length has fewer; what makes up labels gets no memory. */
const MOST = 2000;

/**
 * Lets a function of a label remember its answers: a log has the same labels in every line.
 *
 * @param find A function without side effects.
 * @returns The same function, which computes the answer for a label once.
 */
export function remembering<Answer>(find: (label: string) => Answer): (label: string) => Answer {
  const known = new Map<string, Answer>();
  return (label) => {
    const answer = known.get(label);
    if (answer !== undefined || known.has(label)) return answer as Answer;
    const found = find(label);
    if (known.size === MOST) known.clear();
    known.set(label, found);
    return found;
  };
}
