/* Elements out of names, attributes and children; texts are only ever text. */

export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (name === 'value') {
      node.value = value;
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  });
  children.flat(2).forEach(child => {
    if (child !== null && child !== undefined && child !== '') {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  });
  return node;
}

/** In place of what was there. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(2).filter(child => child !== null && child !== undefined && child !== ''));
}

let count = 0;

export function labelled(label, control, hint) {
  control.id ||= `field-${++count}`;
  return el('div', {class: 'field'}, el('label', {for: control.id}, label), hint ? el('p', {class: 'hint'}, hint) : null, control);
}

export function choice(type, name, label, checked, onchange) {
  const id = `choice-${++count}`;
  return el('label', {class: 'choice', for: id},
    el('input', {type, id, name, checked, onchange}), el('span', {}, label));
}

export function later(milliseconds, what) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => what(...given), milliseconds);
  };
}
