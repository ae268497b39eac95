import { SHAPES, type ShapeName } from '../../page-shapes';

/** Lets the page take a shape, and waits until it was drawn. */
export async function takeShape(name: ShapeName): Promise<void> {
  await SHAPES[name]();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
