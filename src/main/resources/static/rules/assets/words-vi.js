/* What dmn-js says, in Vietnamese, as far as it asks its service for translations. */

const WORDS = {
  'Add cell description': 'Ghi chú cho ô', 'Remove cell description': 'Bỏ ghi chú của ô',
  'Add input': 'Thêm cột điều kiện', 'Add output': 'Thêm cột kết quả', 'Add rule': 'Thêm dòng',
  'Add rule above': 'Thêm dòng ở trên', 'Add rule below': 'Thêm dòng ở dưới', 'Remove rule': 'Bỏ dòng', 'Copy rule': 'Chép dòng',
  'Cut rule': 'Cắt dòng', 'Paste rule above': 'Dán dòng ở trên', 'Paste rule below': 'Dán dòng ở dưới', 'Move rule': 'Đổi chỗ dòng',
  'Add input column left': 'Thêm cột điều kiện bên trái', 'Add input column right': 'Thêm cột điều kiện bên phải',
  'Copy input column': 'Chép cột điều kiện', 'Cut input column': 'Cắt cột điều kiện', 'Remove input column': 'Bỏ cột điều kiện',
  'Paste input column left': 'Dán cột điều kiện bên trái', 'Paste input column right': 'Dán cột điều kiện bên phải',
  'Add output column left': 'Thêm cột kết quả bên trái', 'Add output column right': 'Thêm cột kết quả bên phải',
  'Copy output column': 'Chép cột kết quả', 'Cut output column': 'Cắt cột kết quả', 'Remove output column': 'Bỏ cột kết quả',
  'Paste output column left': 'Dán cột kết quả bên trái', 'Paste output column right': 'Dán cột kết quả bên phải',
  'Add predefined values': 'Thêm giá trị cho sẵn', 'Add values': 'Thêm giá trị', 'Clear predefined values': 'Xóa giá trị cho sẵn',
  'Predefined values': 'Giá trị cho sẵn', 'Custom values': 'Giá trị khác', 'No values': 'Không có giá trị', Values: 'Giá trị',
  Value: 'Giá trị', 'Set value': 'Đặt giá trị', Annotation: 'Lời giải thích', Annotations: 'Lời giải thích', When: 'Nếu', And: 'và', Then: 'thì',
  Input: 'Điều kiện', Output: 'Kết quả', 'Input label': 'Nhãn điều kiện', 'Input label: ': 'Nhãn điều kiện: ',
  'Input expression': 'Biểu thức điều kiện', 'Input expression: ': 'Biểu thức điều kiện: ', 'Input type': 'Kiểu điều kiện',
  'Input values': 'Giá trị điều kiện', 'Output label': 'Nhãn kết quả', 'Output label: ': 'Nhãn kết quả: ', 'Output name': 'Tên kết quả',
  'Output name: ': 'Tên kết quả: ', 'Output type': 'Kiểu kết quả', 'Output values': 'Giá trị kết quả', 'Edit input': 'Sửa cột điều kiện',
  'Edit output': 'Sửa cột kết quả', Edit: 'Sửa', Expression: 'Biểu thức', 'Enter expression': 'Ghi biểu thức',
  'Expression language': 'Ngôn ngữ biểu thức', 'Expression language:': 'Ngôn ngữ biểu thức:',
  'Expression language: {expressionLanguageLabel}': 'Ngôn ngữ biểu thức: {expressionLanguageLabel}',
  'Change cell expression language': 'Đổi ngôn ngữ của ô', 'Editing not supported for set expression language': 'Không sửa được ngôn ngữ này',
  'Decision name': 'Tên bảng', 'Decision name: ': 'Tên bảng: ', 'Hit policy': 'Cách chọn dòng', 'Hit policy:': 'Cách chọn dòng:',
  Unique: 'Duy nhất', First: 'Dòng đầu tiên', Any: 'Dòng nào cũng được', Priority: 'Theo ưu tiên', 'Rule order': 'Theo thứ tự dòng',
  'Output order': 'Theo thứ tự kết quả', Collect: 'Lấy mọi dòng', 'Collect (Sum)': 'Gộp (tổng)', 'Collect (Min)': 'Gộp (nhỏ nhất)',
  'Collect (Max)': 'Gộp (lớn nhất)', 'Collect (Count)': 'Gộp (số dòng)',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched': 'Chỉ một dòng được khớp',
  'Rules may overlap. The first matching rule will be chosen': 'Chọn dòng khớp đầu tiên từ trên xuống',
  'Rules may overlap. Their output have to match': 'Các dòng khớp phải cùng kết quả',
  'Collects the values of all matching rules': 'Lấy kết quả của mọi dòng khớp',
  Resize: 'Đổi cỡ', Type: 'Kiểu', Yes: 'Có', No: 'Không', name: 'tên', string: 'chữ', boolean: 'có/không', integer: 'số nguyên', long: 'số nguyên',
  double: 'số', number: 'số', date: 'ngày', 'Strings must be in double quotes': 'Chữ phải ở trong ngoặc kép',
  '"value", "value", ...': '"giá trị", "giá trị" …', 'Edit string': 'Sửa chữ', 'Edit number': 'Sửa số', 'Edit boolean': 'Sửa có/không',
  'Edit date': 'Sửa ngày', 'Match one': 'Khớp một trong', 'Match none': 'Không khớp cái nào', 'Boolean value': 'Có hoặc không',
  'String value': 'Chữ', 'Test type': 'Cách so', Exactly: 'Đúng', Before: 'Trước', After: 'Sau', Between: 'Trong khoảng', Equals: 'Bằng',
  Comparison: 'So sánh', 'Comparison operator': 'Dấu so sánh', Range: 'Khoảng', Greater: 'Lớn hơn', 'Greater or equals': 'Lớn hơn hoặc bằng',
  Less: 'Nhỏ hơn', 'Less or equals': 'Nhỏ hơn hoặc bằng', Include: 'Kể cả', Exclude: 'Không kể', 'Start value': 'Từ', 'End value': 'Đến',
  'Start date': 'Từ ngày', 'End date': 'Đến ngày', 'Set date': 'Đặt ngày', 'Edit start date': 'Từ ngày', 'Edit end date': 'Đến ngày',
  Date: 'Ngày', 'Use today': 'Hôm nay', 'Use now': 'Bây giờ', 'e.g. { sample }': 'ví dụ { sample }', 'e.g. { example } ': 'ví dụ { example } ',
  'View DRD': 'Xem sơ đồ'
};

export function translate(template, replacements) {
  const said = Object.hasOwn(WORDS, template) ? WORDS[template] : template;
  return said.replace(/{([^}]+)}/g, (all, key) => (replacements && key.trim() in replacements ? replacements[key.trim()] : all));
}
