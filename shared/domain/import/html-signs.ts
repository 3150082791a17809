/** Names in a row, for signs whose code points follow one another. */
type Run = readonly [first: number, names: string];

/**
 * The names of signs that exports of web pages use: all of HTML 4 (Latin-1, Greek, typography, mathematics), the Latin
 * letters and the punctuation of HTML 5.
 */
const runs: readonly Run[] = [
  [9, 'Tab NewLine'], [33, 'excl quot num dollar percnt amp apos lpar rpar ast plus comma'], [46, 'period sol'], [58, 'colon semi lt equals gt quest commat'],
  [91, 'lsqb bsol rsqb Hat lowbar grave'], [123, 'lcub verbar rcub'],
  [160, 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest'],
  [192, 'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig'],
  [224, 'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'],
  [256, 'Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron dcaron Dstrok dstrok Emacr emacr'],
  [278, 'Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve'], [296, 'Itilde itilde Imacr imacr'], [321, 'Lstrok lstrok Nacute nacute'], [332, 'Omacr omacr'],
  [336, 'Odblac odblac OElig oelig Racute racute'], [346, 'Sacute sacute Scirc scirc Scedil scedil Scaron scaron'], [360, 'Utilde utilde Umacr umacr Ubreve ubreve Uring uring'], [376, 'Yuml Zacute zacute Zdot zdot Zcaron zcaron'],
  [402, 'fnof'], [710, 'circ'], [732, 'tilde'], [913, 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho'], [931, 'Sigma Tau Upsilon Phi Chi Psi Omega'],
  [945, 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'], [977, 'thetasym upsih'], [982, 'piv'],
  [8194, 'ensp emsp'], [8201, 'thinsp'], [8204, 'zwnj zwj lrm rlm hyphen'], [8211, 'ndash mdash horbar'], [8216, 'lsquo rsquo sbquo'], [8220, 'ldquo rdquo bdquo'], [8224, 'dagger Dagger bull'], [8230, 'hellip'],
  [8240, 'permil'], [8242, 'prime Prime'], [8249, 'lsaquo rsaquo'], [8254, 'oline'], [8260, 'frasl'], [8364, 'euro'], [8465, 'image'], [8470, 'numero'], [8472, 'weierp'], [8476, 'real'], [8482, 'trade'], [8501, 'alefsym'],
  [8592, 'larr uarr rarr darr harr'], [8629, 'crarr'], [8656, 'lArr uArr rArr dArr hArr'], [8704, 'forall'], [8706, 'part exist'], [8709, 'empty'], [8711, 'nabla isin notin'], [8715, 'ni'], [8719, 'prod'], [8721, 'sum minus'],
  [8727, 'lowast'], [8730, 'radic'], [8733, 'prop infin'], [8736, 'ang'], [8743, 'and or cap cup int'], [8756, 'there4'], [8764, 'sim'], [8773, 'cong'], [8776, 'asymp'], [8800, 'ne equiv'], [8804, 'le ge'], [8834, 'sub sup nsub'],
  [8838, 'sube supe'], [8853, 'oplus'], [8855, 'otimes'], [8869, 'perp'], [8901, 'sdot'], [8968, 'lceil rceil lfloor rfloor'], [10216, 'lang rang'], [9674, 'loz'], [9824, 'spades'], [9827, 'clubs'], [9829, 'hearts diams'],
];

const signs: ReadonlyMap<string, string> = new Map(runs.flatMap(([first, names]) => names.split(' ').map((name, place): [string, string] => [name, String.fromCodePoint(first + place)])));

/** What Windows has where Unicode has controls: pages number these signs as if they were letters (`&#150;` is a dash). */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The sign a name of HTML stands for (`Agrave`), also where an export has written the name in capitals (`NBSP`); null for no name. */
export function namedSign(name: string): string | null {
  const sign = signs.get(name) ?? (name === name.toUpperCase() ? signs.get(name.toLowerCase()) : undefined);
  return sign === undefined ? null : sign === '\u00A0' ? ' ' : sign;
}

/** The sign of a number; null for one that is none. */
export function numberedSign(point: number): string | null {
  if (point >= 128 && point < 160) return windowsSigns[point - 128] ?? null;
  return point >= 32 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : null;
}
