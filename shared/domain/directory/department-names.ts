/** Fields of work of provincial departments, before and after 2025: a list of them after «Các sở:» can be told apart even where the directory is empty. */
export const departmentFields: readonly string[] = [
  'Nội vụ', 'Tư pháp', 'Tài chính', 'Công Thương', 'Xây dựng', 'Y tế', 'Ngoại vụ', 'Du lịch', 'Khoa học và Công nghệ', 'Giáo dục và Đào tạo', 'Nông nghiệp và Môi trường',
  'Văn hóa, Thể thao và Du lịch', 'Văn hóa và Thể thao', 'Dân tộc và Tôn giáo', 'An toàn thực phẩm', 'Quy hoạch - Kiến trúc',
  'Kế hoạch và Đầu tư', 'Giao thông vận tải', 'Thông tin và Truyền thông', 'Tài nguyên và Môi trường', 'Lao động - Thương binh và Xã hội', 'Nông nghiệp và Phát triển nông thôn',
];
