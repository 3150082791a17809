const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// controls that XML has no way to write are dropped
const special = /[&<>"\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as it stands in XML, between tags or inside double quotes. */
export const escapeXml = (text: string): string => text.replace(special, (sign) => signs[sign] ?? '');
