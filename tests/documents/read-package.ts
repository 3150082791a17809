import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** An element with its children in order; text is a child called `#text`. */
export interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

type Raw = Record<string, unknown>;
const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', trimValues: false, parseTagValue: false, parseAttributeValue: false, processEntities: true });

function nodeOf(raw: Raw): Node {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  if (name === '#text') return { name, attributes: {}, children: [], text: String(raw[name]) };
  const children = (raw[name] as Raw[]).map(nodeOf);
  return { name, attributes: (raw[':@'] ?? {}) as Record<string, string>, children, text: children.map((child) => child.text).join('') };
}

/** The parts of an Office file as text; throws when one is not well formed XML. */
export function readPackage(bytes: Uint8Array): Map<string, string> {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  for (const [name, text] of parts) {
    const valid = XMLValidator.validate(text);
    if (valid !== true) throw new Error(`${name}: ${valid.err.msg}`);
  }
  return parts;
}

/** The root element of a part. */
export function rootOf(text: string | undefined): Node {
  const root = (parser.parse(text ?? '') as Raw[]).map(nodeOf).find((node) => !node.name.startsWith('?'));
  if (!root) throw new Error('no root element');
  return root;
}

/** Every element of a name below a node, in the order of the document. */
export const all = (node: Node, name: string): Node[] => node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
export const child = (node: Node | undefined, name: string): Node | undefined => node?.children.find((one) => one.name === name);
