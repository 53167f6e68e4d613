/** Cán bộ: who works here, in Settings and on the command line. */
export const staff = {
  vi: {
    'staff.title': 'Cán bộ',
    'staff.about':
      'Những người làm việc ở đây. Tên được gợi ý ở mọi nơi hỏi ai làm; danh sách ở lại trong không gian này.',
    'staff.none': 'Chưa có ai trong danh sách',
    'staff.name': 'Họ tên, chức danh',
    'staff.duty': 'Nhiệm vụ',
    'staff.add': 'Thêm vào danh sách',
    'staff.remove': 'Bỏ',
    'staff.remove.of': 'Bỏ {name} khỏi danh sách',
    'staff.added': 'Đã ghi {name} vào danh sách',
    'staff.removed': 'Đã bỏ {name} khỏi danh sách; những việc đã làm vẫn giữ tên này',
    'staff.nobodyActs': 'Hãy nêu tên người dùng máy này trước, ở ô bên trên.',
  },
  en: {
    'staff.title': 'Staff',
    'staff.about':
      'Who works here. Names are offered wherever one is asked for; the list stays in this workspace.',
    'staff.none': 'Nobody is on the list yet',
    'staff.name': 'Name, title',
    'staff.duty': 'Duty',
    'staff.add': 'Add to the list',
    'staff.remove': 'Remove',
    'staff.remove.of': 'Take {name} off the list',
    'staff.added': '{name} is on the list now',
    'staff.removed': '{name} is off the list; what was done under the name stays',
    'staff.nobodyActs': 'Say first who uses this machine, in the field above.',
  },
} as const;
