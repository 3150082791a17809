import { sampleLetter } from '../fixtures/sample-letters.ts';

const paragraph = 'Các sở, ban, ngành tỉnh và Ủy ban nhân dân các xã, phường chủ động rà soát, đối chiếu số liệu với hồ sơ gốc, chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh về tính đầy đủ, chính xác của số liệu báo cáo; kịp thời phản ánh khó khăn, vướng mắc về Văn phòng Ủy ban nhân dân tỉnh để tổng hợp, xem xét, chỉ đạo theo thẩm quyền.';

/** A letter that fills two pages and has no appendix. */
export const twoPageLetter = sampleLetter({
  body: Array.from({ length: 11 }, (_, index) => `${index % 3 === 0 ? '' : `${index}. `}${paragraph}`).join('\n'),
  appendices: [],
});
