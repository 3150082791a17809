import { Refusal } from '../../../shared/domain/refusal.ts';

type Known = readonly [Refusal['code'], string];

const retry = 'Chưa ghi được gì; kiểm tra ổ đĩa và dây nối rồi làm lại.';
const full = 'Dọn bớt chỗ trống rồi làm lại.';
const tooManyOpen: Known = ['BOOK_BUSY', 'Máy đang mở quá nhiều tệp nên chưa làm được. Đóng bớt chương trình khác rồi làm lại.'];
const heldOpen: Known = ['BOOK_BUSY', 'Một chương trình khác đang giữ tệp này. Đóng tệp ở chương trình đó (Word, Excel, phần mềm quét vi-rút), chờ vài giây rồi làm lại.'];
const gone: Known = ['DISK_UNREADABLE', 'Ổ đĩa không trả lời: có thể đã rút ra hoặc mất kết nối. Cắm lại ổ, kiểm tra kết nối rồi làm lại.'];
const noRight: Known = ['DISK_UNWRITABLE', 'Không có quyền đọc hoặc ghi ở đây. Chọn thư mục khác hoặc hỏi người quản trị máy.'];
const memory: Known = ['BOOK_BUSY', 'Máy đang hết bộ nhớ nên chưa làm được. Đóng bớt chương trình khác rồi làm lại.'];
const readFault: Known = ['DISK_UNREADABLE', 'Ổ đĩa báo lỗi khi đọc; chưa có gì cho thấy tệp bị hỏng. Làm lại việc vừa rồi; nếu còn gặp, sao lưu sang ổ khác rồi kiểm tra ổ đĩa.'];
const writeFault: Known = ['DISK_UNWRITABLE', `Ổ đĩa báo lỗi khi ghi. ${retry}`];

const byCode: Readonly<Record<string, Known>> = {
  ENOSPC: ['DISK_FULL', `Ổ đĩa đã đầy nên chưa ghi được gì. ${full}`],
  EDQUOT: ['DISK_FULL', `Đã hết dung lượng được cấp nên chưa ghi được gì. ${full}`],
  EFBIG: ['DISK_FULL', `Ổ đĩa không cho tệp lớn thêm nên chưa ghi được gì. ${full}`],
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  EBUSY: heldOpen,
  ETXTBSY: heldOpen,
  EAGAIN: heldOpen,
  ENODEV: gone,
  ENXIO: gone,
  ENOTCONN: gone,
  ESTALE: gone,
  ETIMEDOUT: gone,
  EHOSTDOWN: gone,
  ENOMEM: memory,
  EACCES: noRight,
  EPERM: noRight,
  EROFS: ['DISK_UNWRITABLE', 'Ổ đĩa này chỉ đọc, không ghi được. Chọn thư mục khác, hoặc mở khóa ghi của ổ.'],
  ENOTDIR: ['DISK_UNWRITABLE', 'Có một tệp nằm ở chỗ cần thư mục. Chọn thư mục khác hoặc dời tệp đó đi.'],
  EISDIR: ['DISK_UNWRITABLE', 'Có một thư mục nằm ở chỗ cần tệp. Chọn tên khác.'],
  EEXIST: ['DISK_UNWRITABLE', 'Có một tệp nằm ở chỗ cần thư mục. Chọn thư mục khác hoặc dời tệp đó đi.'],
  ENOENT: ['DISK_UNWRITABLE', 'Không có tệp hoặc thư mục ấy, hoặc không tạo được ở đó. Kiểm tra đường dẫn.'],
  ELOOP: ['DISK_UNWRITABLE', 'Đường dẫn đi vòng qua các liên kết trỏ vào nhau. Chọn đường dẫn thật của thư mục.'],
  ENAMETOOLONG: ['DISK_UNWRITABLE', 'Tên tệp hoặc đường dẫn quá dài. Chọn đường dẫn ngắn hơn.'],
  EINVAL: ['DISK_UNWRITABLE', 'Ổ đĩa không nhận tên hoặc cách ghi này. Chọn tên khác, hoặc thư mục trên ổ đĩa của máy.'],
  ENOTSUP: ['DISK_UNWRITABLE', 'Ổ đĩa này không ghi được theo cách chương trình cần. Chọn thư mục trên ổ đĩa của máy.'],
  ENOSYS: ['DISK_UNWRITABLE', 'Ổ đĩa này không ghi được theo cách chương trình cần. Chọn thư mục trên ổ đĩa của máy.'],
  ERR_FS_FILE_TOO_LARGE: ['INPUT_INVALID', 'Tệp quá lớn để đọc. Tách tệp rồi làm lại.'],
  SQLITE_FULL: ['DISK_FULL', `Ổ đĩa đã đầy nên sổ chưa ghi được gì. ${full}`],
  SQLITE_BUSY: ['BOOK_BUSY', 'Một chương trình khác đang ghi vào sổ; chờ vài giây rồi làm lại.'],
  SQLITE_LOCKED: ['BOOK_BUSY', 'Một chương trình khác đang ghi vào sổ; chờ vài giây rồi làm lại.'],
  SQLITE_PROTOCOL: ['BOOK_BUSY', 'Nhiều chương trình cùng mở sổ một lúc; chờ vài giây rồi làm lại.'],
  SQLITE_INTERRUPT: ['BOOK_BUSY', 'Việc đọc sổ bị ngắt giữa chừng nên chưa ghi được gì; làm lại.'],
  SQLITE_NOMEM: memory,
  SQLITE_TOOBIG: ['INPUT_INVALID', 'Nội dung quá dài để giữ trong sổ. Rút ngắn rồi làm lại.'],
  SQLITE_PERM: noRight,
  SQLITE_READONLY: ['DISK_UNWRITABLE', 'Không ghi được vào thư mục dữ liệu. Kiểm tra quyền ghi của thư mục rồi làm lại.'],
  SQLITE_CANTOPEN: ['DISK_UNWRITABLE', 'Không mở được tệp dữ liệu. Kiểm tra quyền của thư mục dữ liệu, đóng bớt chương trình khác rồi làm lại.'],
  SQLITE_NOLFS: ['DISK_FULL', `Ổ đĩa không cho tệp lớn thêm nên chưa ghi được gì. ${full}`],
  SQLITE_IOERR_NOMEM: memory,
  SQLITE_IOERR_READ: readFault,
  SQLITE_IOERR_SHORT_READ: readFault,
  SQLITE_IOERR_FSTAT: readFault,
  SQLITE_IOERR_SHMMAP: readFault,
  SQLITE_IOERR: writeFault,
  SQLITE_CORRUPT: ['DATA_DAMAGED', 'Tệp dữ liệu bị hỏng. Đóng chương trình và khôi phục từ bản sao lưu gần nhất.'],
  SQLITE_NOTADB: ['DATA_DAMAGED', 'Tệp dữ liệu không phải là sổ của chương trình này hoặc đã hỏng. Khôi phục từ bản sao lưu gần nhất.'],
};

/** System calls that only read: an error of the device in one of them says nothing of what has been written. */
const reading = new Set(['read', 'open', 'stat', 'lstat', 'fstat', 'scandir', 'readlink', 'realpath', 'access', 'close']);

function known(code: string, syscall: string | undefined): Known | undefined {
  // errors of the device itself; Windows says UNKNOWN of those it has no name for
  if (code === 'EIO' || code === 'UNKNOWN') return syscall === undefined || reading.has(syscall) ? readFault : writeFault;
  // SQLite's extended codes (SQLITE_IOERR_WRITE) begin with their family
  return byCode[code] ?? (code.startsWith('SQLITE_') ? byCode[code.split('_').slice(0, 2).join('_')] : undefined);
}

/** The refusal an error is, or that a disk's or the database's own error means; null for any other error. */
export function storageRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const { code = '', syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const found = known(String(code), syscall);
  return found ? new Refusal(found[0], found[1], { cause: code }, error) : null;
}

/** Whether a disk could not be read just now: looked at again before anything is concluded from it. */
export const isReadFault = (error: unknown): boolean => storageRefusal(error)?.code === 'DISK_UNREADABLE';
