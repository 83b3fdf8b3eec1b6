// What a Yjs document holds, in the shape of server/text/view.h.
import * as Y from 'yjs';

function value(v) {
  if (v === undefined) {
    return { $: 'undef' };
  }
  if (typeof v === 'bigint') {
    return { $: 'big', v: String(v) };
  }
  if (typeof v === 'number' && !Number.isFinite(v)) {
    return { $: 'num', v: String(v) };
  }
  if (v instanceof Uint8Array) {
    return { $: 'bin', v: Buffer.from(v).toString('base64') };
  }
  if (Array.isArray(v)) {
    return v.map(value);
  }
  return v !== null && typeof v === 'object' ? members(v, value) : v;
}

function members(object, of) {
  return Object.fromEntries(Object.entries(object).map(([key, v]) => [key, of(v)]));
}

function element(v) {
  if (v instanceof Y.AbstractType) {
    return view(v);
  }
  return v instanceof Y.Doc ? { t: 'doc', guid: v.guid } : { t: 'any', v: value(v) };
}

const delta = (text) =>
  text.toDelta().map(({ insert, attributes }) => ({
    insert: typeof insert === 'string' ? insert : insert instanceof Y.AbstractType ? view(insert) : { embed: value(insert) },
    ...(attributes && { attributes: members(attributes, value) }),
  }));
const attributes = (type) =>
  members(type.getAttributes(), (v) => (v instanceof Y.AbstractType ? view(v) : value(v)));

function view(type) {
  if (type instanceof Y.XmlText) {
    return { t: 'xmltext', attrs: attributes(type), delta: delta(type) };
  }
  if (type instanceof Y.Text) {
    return { t: 'text', text: type.toString(), delta: delta(type) };
  }
  if (type instanceof Y.XmlElement) {
    return { t: 'xmlelement', name: type.nodeName, attrs: attributes(type), kids: type.toArray().map(element) };
  }
  if (type instanceof Y.XmlFragment) {
    return { t: 'xmlfragment', kids: type.toArray().map(element) };
  }
  if (type instanceof Y.XmlHook) {
    return { t: 'xmlhook', name: type.hookName, map: members(Object.fromEntries(type.entries()), element) };
  }
  if (type instanceof Y.Map) {
    return { t: 'map', map: members(Object.fromEntries(type.entries()), element) };
  }
  return { t: 'array', items: type.toArray().map(element) };
}

const getters = { text: 'getText', map: 'getMap', array: 'getArray', xmlfragment: 'getXmlFragment' };

/** The views of the roots of a document; `roots` gives the kind of each. JSON, as text_peer answers. */
export const viewOf = (doc, roots) =>
  JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(roots).map(([name, kind]) => [name, view(doc[getters[kind]](name))]))));
