/**
 * Which chapter of the guide (resources/user-guide.md, by its title) a screen opens with F1: every route of the window,
 * and the doors that stand before them.
 */
export const guideChapters = {
  'ban-lam-viec': 'Bàn làm việc',
  'van-ban-di': 'Danh sách văn bản đến, đi',
  'van-ban-den': 'Danh sách văn bản đến, đi',
  'van-ban-di/vao-so': 'Cấp số',
  'van-ban-den/moi': 'Vào sổ văn bản đến',
  'van-ban-den/:id/sua': 'Vào sổ văn bản đến',
  'soan-thao': 'Soạn một công văn',
  'soan-thao/:id': 'Soạn một công văn',
  'theo-doi': 'Ai còn nợ gì',
  'lanh-dao': 'Màn hình lãnh đạo',
  'danh-ba': 'Danh bạ',
  'so-in-an': 'Sổ in',
  'nhap-so-cu': 'Đưa sổ cũ vào',
  'sao-luu': 'Giữ dữ liệu',
  'cai-dat': 'Cài đặt',
} as const;

/** An address of the window, with `:id` where a line is named. */
export type GuidedRoute = keyof typeof guideChapters;

/** What is shown before there are screens. */
export const doorChapters = { 'first-run': 'Lần đầu', rescue: 'Giữ dữ liệu' } as const;

const patterns = (Object.keys(guideChapters) as GuidedRoute[])
  // a word counts before a place for any word
  .sort((one, other) => Number(one.includes(':')) - Number(other.includes(':')))
  .map((route) => ({ route, pattern: new RegExp(`^${route.replace(/:[^/]+/g, '[^/]+')}$`) }));

/** The chapter of an address (`#/van-ban-den?view=late`); the desk's where the address names no screen. */
export function chapterOfAddress(hash: string): string {
  const path = hash.replace(/^#?\/?/, '').split('?')[0] ?? '';
  return guideChapters[patterns.find(({ pattern }) => pattern.test(path))?.route ?? 'ban-lam-viec'];
}
