/** What a list of PowerShell shows of addresses, and whether it shows all of them. */
interface ShownList {
  items: string[];
  isWhole: boolean;
}

/** Where a console cut a list. */
const CUT = /(?:\.{3}|…)$/;

/** What is left of the list around an item that the console put in a line of its own. */
const FRAME = /^\{|[,}]$/g;

/** What PowerShell prints in place of an object. */
const TYPE_NAME = /^(?:Microsoft|System)\.[\w.]{1,120}$/;

/**
 * @param values The items of a list as they were read: of `{https://a.example, https://b.ex...` the last one may be a part
 * of an address.
 * @returns Those that stand there whole.
 */
export function shownItems(values: readonly string[]): ShownList {
  const items = values.map((value) => value.replace(FRAME, '').trim()).filter(Boolean);
  const whole = items.filter((item) => !CUT.test(item) && !TYPE_NAME.test(item));
  return { items: whole, isWhole: whole.length === items.length };
}
