/**
 * In browsers the text of every node comes from one getter, `Node.prototype.textContent`, which the finder keeps. In
 * happy-dom the classes below have their own: here the first hands on to them.
 */
if (typeof Node === 'function') {
  Object.defineProperty(Node.prototype, 'textContent', {
    ...Object.getOwnPropertyDescriptor(Node.prototype, 'textContent'),
    get(this: Node) {
      for (let one: object = Object.getPrototypeOf(this); one !== Node.prototype;) {
        const own = Object.getOwnPropertyDescriptor(one, 'textContent');
        if (own?.get) return own.get.call(this) as string;
        one = Object.getPrototypeOf(one);
      }
      return null;
    },
  });
}
