type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * A new element. Strings among the children become text, never markup.
 * @param attributes `true` sets an empty attribute; `false` and `undefined` leave it out
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: ReadonlyArray<Node | string>
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, '');
    else if (typeof value === 'string') node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** A button that does something on this page; it never submits a form. */
export function button(attributes: Attributes, press: () => void, ...children: ReadonlyArray<Node | string>) {
  const node = element('button', { type: 'button', ...attributes }, ...children);
  node.addEventListener('click', press);
  return node;
}

let lastId = 0;

/** An id that no other element of the page has, to tie labels and hints to their fields. */
export function newId(purpose: string): string {
  lastId += 1;
  return `${purpose}-${lastId}`;
}
