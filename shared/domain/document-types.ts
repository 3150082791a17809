import { foldVietnamese } from './vietnamese-text.ts';

/** The 29 document types of NĐ 30/2020 (Điều 7, PL III mục I) with their abbreviation; công văn and thư công have none. */
export const documentTypes = [
  ['Nghị quyết', 'NQ'], ['Quyết định', 'QĐ'], ['Chỉ thị', 'CT'], ['Quy chế', 'QC'], ['Quy định', 'QyĐ'],
  ['Thông cáo', 'TC'], ['Thông báo', 'TB'], ['Hướng dẫn', 'HD'], ['Chương trình', 'CTr'], ['Kế hoạch', 'KH'],
  ['Phương án', 'PA'], ['Đề án', 'ĐA'], ['Dự án', 'DA'], ['Báo cáo', 'BC'], ['Biên bản', 'BB'],
  ['Tờ trình', 'TTr'], ['Hợp đồng', 'HĐ'], ['Công văn', null], ['Công điện', 'CĐ'], ['Bản ghi nhớ', 'BGN'],
  ['Bản thỏa thuận', 'BTT'], ['Giấy ủy quyền', 'GUQ'], ['Giấy mời', 'GM'], ['Giấy giới thiệu', 'GGT'], ['Giấy nghỉ phép', 'GNP'],
  ['Phiếu gửi', 'PG'], ['Phiếu chuyển', 'PC'], ['Phiếu báo', 'PB'], ['Thư công', null],
] as const satisfies readonly (readonly [string, string | null])[];

export type DocumentTypeName = (typeof documentTypes)[number][0];

export const documentTypeNames: readonly DocumentTypeName[] = documentTypes.map(([name]) => name);

/** The type that carries no name on the page and a `V/v` under its number. */
export const officialLetterType: DocumentTypeName = 'Công văn';

/** The type a text names, whatever its case and the place of its tones (`Giấy uỷ quyền`); null when there is none. */
export const documentTypeCalled = (text: string): DocumentTypeName | null => documentTypeNames.find((name) => foldVietnamese(name) === foldVietnamese(text.trim())) ?? null;

/** The types that name an addressee (`Kính gửi`): công văn, and those sent to a superior body (PL I mục II khoản 6a, 8). */
export const needsAddressee = (typeName: string): boolean => typeName === officialLetterType;
