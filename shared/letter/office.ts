/** The office that issues the letter. Names may be typed in any case; the head of the page prints them in capitals. */
export interface Office {
  /** Cơ quan chủ quản trực tiếp, printed above the name; null when there is none or it is not printed. */
  parentName: string | null;
  /** A line feed says where the office breaks its name; without one the layout breaks it (before TỈNH, …). */
  name: string;
  /** The name as it stands inside a sentence (`của Ủy ban nhân dân tỉnh An Bình`); derived from `name` when null. */
  nameInText: string | null;
  /** Địa danh. */
  place: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
}

/** The office's own habits on the page, where the decree leaves them free. */
export interface LetterForm {
  /**
   * The archive line: `{units}`, `{drafter}`, `{copies}` stand for the letter's data; a part in square brackets is
   * left out when a name inside it has no value. Default `Lưu: {units}[, {drafter}][ ({copies})]`.
   */
  archivePattern: string;
  /** Whether the foot of page 1 carries address, telephone, e-mail (ô 13, PL I mục III khoản 5). */
  showContacts: boolean;
}

export const defaultLetterForm: LetterForm = { archivePattern: 'Lưu: {units}[, {drafter}][ ({copies})]', showContacts: false };
