// @ts-check

/**
 * Makes a part show other nodes, and keeps of those it shows what stays: who reads, marks text or listens there is not
 * disturbed by figures that change. Nodes with listeners don't belong into such a part: the old ones would stay.
 * @param {Element} part
 * @param {(Node | false | null | undefined)[]} nodes
 */
export function updateInPlace(part, nodes) {
  align(part, nodes.filter((node) => node instanceof Node));
}

/** @param {Element} part @param {Node[]} nodes */
function align(part, nodes) {
  nodes.forEach((node, at) => {
    const old = part.childNodes[at];
    old ? become(old, node) : part.append(node);
  });
  while (part.childNodes.length > nodes.length) {
    part.lastChild?.remove();
  }
}

/** @param {ChildNode} old @param {Node} fresh */
function become(old, fresh) {
  if (old instanceof Element && fresh instanceof Element && old.nodeName === fresh.nodeName) {
    for (const { name } of [...old.attributes]) {
      fresh.hasAttribute(name) || old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      old.getAttribute(name) === value || old.setAttribute(name, value);
    }
    align(old, [...fresh.childNodes]);
  } else if (old instanceof Text && fresh instanceof Text) {
    old.data === fresh.data || (old.data = fresh.data);
  } else {
    old.replaceWith(fresh);
  }
}
