/**
 * The letters that are keys, each with its one meaning on every screen: what a screen cannot do has no other use for the
 * letter. Commands take theirs from here; keys with Ctrl, Alt and Shift are not among them.
 */
export const letterKeys = {
  newLetter: { key: 'N', meaning: 'Soạn văn bản mới' },
  newIncoming: { key: 'V', meaning: 'Vào sổ văn bản đến' },
  elsewhere: { key: 'K', meaning: 'Vào sổ văn bản làm nơi khác' },
  handOn: { key: 'C', meaning: 'Chuyển văn bản đến' },
  waiting: { key: 'H', meaning: 'Xem văn bản đến chưa chuyển' },
  drafts: { key: 'T', meaning: 'Xem dự thảo chờ cấp số' },
  late: { key: 'Q', meaning: 'Xem quá hạn' },
  agenda: { key: 'L', meaning: 'Xem lịch hạn' },
  board: { key: 'B', meaning: 'Xem bảng theo dõi' },
  report: { key: 'R', meaning: 'Ghi nhận báo cáo' },
  extend: { key: 'G', meaning: 'Gia hạn' },
  remind: { key: 'D', meaning: 'Soạn công văn đôn đốc' },
  newEntry: { key: 'M', meaning: 'Thêm mục vào danh bạ' },
  books: { key: 'S', meaning: 'Xem sổ & in ấn' },
  appendices: { key: 'A', meaning: 'Xem phụ lục trên màn hình lãnh đạo' },
  print: { key: 'P', meaning: 'In bảng đang xem' },
  fullScreen: { key: 'F', meaning: 'Toàn màn hình' },
} as const;
