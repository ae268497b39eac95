/**
 * Takes away what a test with a change in it left behind: a listener that was not removed would do the work of the one that
 * the next change leaves out, and that change would go unseen.
 */
let leftovers: (() => void)[] = [];
let isWatched = false;

/** Has the kinds of leftovers that outlive a test noted, in this environment. To be called before the first test. */
export function watchLeftovers(): void {
  if (isWatched) return;
  isWatched = true;
  note(EventTarget.prototype, 'addEventListener', (target, [type, listener, options]) =>
    (target as EventTarget).removeEventListener(
      type as string,
      listener as EventListener,
      options as EventListenerOptions,
    ),
  );
  // Vitest hands on the window's own as functions of their own.
  if ('addEventListener' in globalThis)
    note(globalThis, 'addEventListener', (_, [type, listener, options]) =>
      removeEventListener(
        type as string,
        listener as EventListener,
        options as EventListenerOptions,
      ),
    );
  note(globalThis, 'setTimeout', (_, __, timer) => clearTimeout(timer as number));
  note(globalThis, 'setInterval', (_, __, timer) => clearInterval(timer as number));
  if (typeof MutationObserver !== 'function') return;
  note(MutationObserver.prototype, 'observe', (observer) =>
    (observer as MutationObserver).disconnect(),
  );
}

export function clearLeftovers(): void {
  const all = leftovers;
  leftovers = [];
  for (const clear of all) clear();
}

/** Notes each call of a method, and how to undo it. */
function note(
  owner: object,
  name: string,
  undo: (self: unknown, values: unknown[], result: unknown) => void,
): void {
  const method = Reflect.get(owner, name) as (...values: unknown[]) => unknown;
  Reflect.set(owner, name, function (this: unknown, ...values: unknown[]): unknown {
    const result = method.apply(this, values);
    leftovers.push(() => undo(this, values, result));
    return result;
  });
}
