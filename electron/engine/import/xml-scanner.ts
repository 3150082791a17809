/** What is told of an XML text as it is read; names come without their prefix. */
export interface XmlEvents {
  /** An element begins; `attributes` is the raw text after its name. An empty element is told as open and close. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Character data, entities read; may come in pieces. */
  text(text: string): void;
}

/** The XML cannot be read, or declares entities of its own. */
export class XmlFault extends Error {}

/** Longest single tag or piece of text kept while its end is waited for. */
const longestPiece = 8 * 1024 * 1024;

/**
 * Reads the XML of a workbook piece by piece. Own document types and entities are refused (no expansion, nothing fetched);
 * it is no validator: a sheet of a hundred thousand rows is scanned in a second.
 */
export class XmlScanner {
  #rest = '';
  readonly #events: XmlEvents;
  constructor(events: XmlEvents) {
    this.#events = events;
  }

  write(piece: string): void {
    const all = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const tag = all.indexOf('<', at);
      if (tag < 0) break;
      const end = tagEnd(all, tag);
      if (end < 0) {
        if (tag > at) this.#events.text(readEntities(all.slice(at, tag)));
        at = tag;
        break;
      }
      if (tag > at) this.#events.text(readEntities(all.slice(at, tag)));
      this.#tag(all, tag, end);
      at = end + 1;
    }
    this.#rest = all.slice(at);
    if (this.#rest.length > longestPiece) throw new XmlFault('a piece too long');
  }

  /** To be called once everything has been written. */
  end(): void {
    if (this.#rest.trim() !== '') throw new XmlFault('the text breaks off');
  }

  #tag(all: string, start: number, end: number): void {
    const sign = all.charCodeAt(start + 1);
    if (sign === slash) return this.#events.close(local(all.slice(start + 2, end).trimEnd()));
    if (sign === question) return;
    if (sign === exclamation) {
      if (all.startsWith('<![CDATA[', start)) return this.#events.text(all.slice(start + 9, end - 2));
      if (all.startsWith('<!--', start)) return;
      throw new XmlFault('a document type of its own');
    }
    const empty = all.charCodeAt(end - 1) === slash;
    const stop = empty ? end - 1 : end;
    let nameEnd = start + 1;
    while (nameEnd < stop && all.charCodeAt(nameEnd) > space) nameEnd += 1;
    const name = local(all.slice(start + 1, nameEnd));
    this.#events.open(name, nameEnd < stop ? all.slice(nameEnd, stop) : '');
    if (empty) this.#events.close(name);
  }
}

const slash = 47;
const question = 63;
const exclamation = 33;
const space = 32;
const quote = 34;
const apostrophe = 39;

/** Where the tag that begins at `start` ends, or -1 while that has not come yet. */
function tagEnd(all: string, start: number): number {
  const sign = all.charCodeAt(start + 1);
  // nothing but the name stands in a closing tag
  if (sign === slash) return all.indexOf('>', start);
  if (sign === exclamation) {
    if ('<![CDATA['.startsWith(all.slice(start, start + 9))) return endOf(all, ']]>', start);
    if ('<!--'.startsWith(all.slice(start, start + 4))) return endOf(all, '-->', start);
    return all.indexOf('>', start);
  }
  // a `>` inside an attribute does not end the tag: then what stands before it is no closing quote
  for (let end = all.indexOf('>', start); end >= 0; end = all.indexOf('>', end + 1)) {
    let last = end - 1;
    while (last > start && (all.charCodeAt(last) <= space || all.charCodeAt(last) === slash || all.charCodeAt(last) === question)) last -= 1;
    const closing = all.charCodeAt(last);
    if (closing === quote || closing === apostrophe || !all.slice(start, end).includes('=')) return end;
  }
  return -1;
}

function endOf(all: string, sign: string, start: number): number {
  const at = all.indexOf(sign, start);
  return at < 0 ? -1 : at + sign.length - 1;
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

const known: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function readEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,10}));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return known[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The value of an attribute in the raw text after an element's name, or undefined. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before > space && before !== 58) continue;
    let sign = at + name.length;
    while (attributes.charCodeAt(sign) <= space) sign += 1;
    if (attributes.charCodeAt(sign) !== 61) continue;
    sign += 1;
    while (attributes.charCodeAt(sign) <= space) sign += 1;
    const end = attributes.indexOf(attributes[sign] ?? '"', sign + 1);
    return end < 0 ? undefined : readEntities(attributes.slice(sign + 1, end));
  }
  return undefined;
}
