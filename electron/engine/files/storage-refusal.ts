import { Refusal } from '../../../shared/domain/refusal.ts';

const byCode: Record<string, [Refusal['code'], string]> = {
  ENOSPC: ['DISK_FULL', 'Ổ đĩa đã đầy nên chưa ghi được gì. Dọn bớt chỗ trống rồi làm lại.'],
  EDQUOT: ['DISK_FULL', 'Đã hết dung lượng được cấp nên chưa ghi được gì. Dọn bớt chỗ trống rồi làm lại.'],
  EFBIG: ['DISK_FULL', 'Ổ đĩa không cho tệp lớn thêm nên chưa ghi được gì. Dọn bớt chỗ trống rồi làm lại.'],
  SQLITE_FULL: ['DISK_FULL', 'Ổ đĩa đã đầy nên sổ chưa ghi được gì. Dọn bớt chỗ trống rồi làm lại.'],
  SQLITE_BUSY: ['BOOK_BUSY', 'Một chương trình khác đang ghi vào sổ; chờ vài giây rồi làm lại.'],
  SQLITE_READONLY: ['DISK_UNWRITABLE', 'Không ghi được vào thư mục dữ liệu. Kiểm tra quyền ghi của thư mục rồi làm lại.'],
  SQLITE_CANTOPEN: ['DISK_UNWRITABLE', 'Không mở được tệp dữ liệu để ghi. Kiểm tra quyền của thư mục dữ liệu rồi làm lại.'],
  SQLITE_IOERR: ['DISK_UNWRITABLE', 'Ổ đĩa báo lỗi khi đọc hoặc ghi sổ. Kiểm tra ổ đĩa, sao lưu rồi làm lại.'],
  SQLITE_CORRUPT: ['DATA_DAMAGED', 'Tệp dữ liệu bị hỏng. Đóng chương trình và khôi phục từ bản sao lưu gần nhất.'],
  SQLITE_NOTADB: ['DATA_DAMAGED', 'Tệp dữ liệu không phải là sổ của chương trình này hoặc đã hỏng. Khôi phục từ bản sao lưu gần nhất.'],
  EACCES: ['DISK_UNWRITABLE', 'Không có quyền ghi vào thư mục này. Chọn thư mục khác hoặc hỏi người quản trị máy.'],
  EPERM: ['DISK_UNWRITABLE', 'Không có quyền ghi vào thư mục này. Chọn thư mục khác hoặc hỏi người quản trị máy.'],
  EROFS: ['DISK_UNWRITABLE', 'Ổ đĩa này chỉ đọc, không ghi được. Chọn thư mục khác.'],
  ENOTDIR: ['DISK_UNWRITABLE', 'Có một tệp nằm ở chỗ cần thư mục. Chọn thư mục khác hoặc dời tệp đó đi.'],
  EISDIR: ['DISK_UNWRITABLE', 'Có một thư mục nằm ở chỗ cần ghi tệp. Chọn tên khác.'],
  EEXIST: ['DISK_UNWRITABLE', 'Có một tệp nằm ở chỗ cần thư mục. Chọn thư mục khác hoặc dời tệp đó đi.'],
  ENOENT: ['DISK_UNWRITABLE', 'Không tạo được tệp ở đó. Kiểm tra đường dẫn.'],
  ENAMETOOLONG: ['DISK_UNWRITABLE', 'Tên tệp hoặc đường dẫn quá dài. Chọn đường dẫn ngắn hơn.'],
};

/** The refusal an error is, or that a disk's or the database's own error means; null for any other error. */
export function storageRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? '') : '';
  // SQLite's extended codes (SQLITE_IOERR_WRITE) begin with their family
  const known = byCode[code] ?? (code.startsWith('SQLITE_') ? byCode[code.split('_').slice(0, 2).join('_')] : undefined);
  return known ? new Refusal(known[0], known[1], { cause: code }, error) : null;
}
