/** The dialog that opens, begins and copies workspaces. */
export const workspace = {
  vi: {
    'workspace.copy': 'Tạo bản thực hành…',
    'workspace.onlyThis': 'Chưa có không gian làm việc nào khác được mở trên máy này.',
    'workspace.open': 'Mở',
    'workspace.state.here': 'đang mở',
    'workspace.state.gone': 'không còn ở thư mục này, hoặc ổ đĩa chưa gắn',
    'workspace.begin.about':
      'Không gian làm việc thật bắt đầu với kế hoạch, danh mục đơn vị và bộ quy tắc, không có số liệu nào. Số liệu minh họa không vào đó được, và vẫn còn nguyên ở không gian này.',
    'workspace.copy.about':
      'Bản thực hành là bản sao đầy đủ của không gian này để tập thao tác. Mọi nơi đều ghi rõ là bản thực hành, và không có gì từ đó quay về số liệu thật.',
    'workspace.name': 'Tên',
    'workspace.name.example': 'Văn phòng Ban Chỉ đạo',
    'workspace.folder': 'Thư mục (để trống: chương trình tự chọn)',
    'workspace.folder.hint':
      'Đường dẫn đầy đủ của một thư mục trống hoặc chưa có. Để trống: một thư mục mới trong {place}',
    'workspace.folder.choose': 'Chọn…',
    'workspace.make': 'Tạo',
    'workspace.makeAndOpen': 'Tạo và mở',
    'workspace.made': 'Đã tạo ở {folder}. Mở bằng lệnh:',
    'workspace.plan': 'Kế hoạch',
    'workspace.plan.builtIn': 'Kế hoạch có sẵn trong chương trình.',
    'workspace.plan.file': '{file}: {name} ({tasks, number} nhiệm vụ, {indicators, number} chỉ tiêu).',
    'workspace.plan.choose': 'Chọn tệp kế hoạch…',
    'workspace.plan.back': 'Dùng kế hoạch có sẵn',
    'workspace.plan.refused': '{file}: chưa dùng được, {count, number} chỗ cần sửa.',
    'workspace.from': 'Bắt đầu từ',
    'workspace.from.hint':
      'Từ một không gian đã có: chuyển sang mọi thứ đã nạp và quyết định, để lại mọi thứ minh họa. Nơi cũ chỉ được đọc.',
    'workspace.from.nothing': 'Trống, chưa có số liệu',
    'workspace.from.one': '{name} ({kind}): {folder}',
    'workspace.from.other': 'Một thư mục khác…',
    'workspace.from.folder': 'Thư mục của không gian cũ',
    'workspace.from.busy': 'Đang chuyển và đánh giá lại; có thể mất vài phút. Nơi cũ vẫn dùng được.',
    'workspace.from.made': 'Đã tạo “{name}” ở {folder}.',
  },
  en: {
    'workspace.copy': 'Make a practice copy…',
    'workspace.onlyThis': 'No other workspace has been opened on this machine yet.',
    'workspace.open': 'Open',
    'workspace.state.here': 'open now',
    'workspace.state.gone': 'no longer in this folder, or its disk is not there',
    'workspace.begin.about':
      'A real workspace begins with the plan, the list of units and the rule set, and no figure at all. Illustrative data cannot enter it, and stay whole in this workspace.',
    'workspace.copy.about':
      'A practice copy is a whole copy of this workspace to practise on. It is marked everywhere, and nothing of it flows back into real data.',
    'workspace.name': 'Name',
    'workspace.name.example': 'Office of the Steering Committee',
    'workspace.folder': 'Folder (empty: the program chooses)',
    'workspace.folder.hint':
      'Full path of a folder that is empty or not there yet. Left empty: a new folder in {place}',
    'workspace.folder.choose': 'Choose…',
    'workspace.make': 'Make',
    'workspace.makeAndOpen': 'Make and open',
    'workspace.made': 'Made in {folder}. Open it by the command:',
    'workspace.plan': 'Plan',
    'workspace.plan.builtIn': 'The plan that is built into the program.',
    'workspace.plan.file':
      '{file}: {name} ({tasks, plural, one {# task} other {# tasks}}, {indicators, plural, one {# indicator} other {# indicators}}).',
    'workspace.plan.choose': 'Choose a plan file…',
    'workspace.plan.back': 'Use the built-in plan',
    'workspace.plan.refused':
      '{file}: cannot be used, {count, plural, one {# place} other {# places}} to mend.',
    'workspace.from': 'Begin with',
    'workspace.from.hint':
      'Of a workspace that is there: everything imported and decided comes along, everything illustrative stays. The old one is only read.',
    'workspace.from.nothing': 'Nothing: no figure yet',
    'workspace.from.one': '{name} ({kind}): {folder}',
    'workspace.from.other': 'Another folder…',
    'workspace.from.folder': 'Folder of the old workspace',
    'workspace.from.busy':
      'Taking over and judging anew; this may take minutes. The old workspace goes on working.',
    'workspace.from.made': 'Made "{name}" in {folder}.',
  },
} as const;
