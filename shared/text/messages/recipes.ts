/** Recipes: what is kept of a table for the next one of its shape. */
export const recipes = {
  vi: {
    'intake.problem.RECIPE_USED': 'Trang này được đọc theo công thức “{name}”, bản {version, number}.',
    'intake.problemTitle.RECIPE_USED': 'Đọc theo công thức',
    'intake.problem.RECIPE_NO_FIT':
      'Công thức “{name}” không dùng được cho tệp này: {missing, select, empty {tiêu đề của bảng khác với tiêu đề trong công thức} other {không có cột “{missing}” như trong công thức}}. Hãy bỏ công thức, hoặc chọn lại rồi lưu bản mới.',
    'intake.problemTitle.RECIPE_NO_FIT': 'Công thức không khớp',
    'intake.problem.RECIPE_OTHER_KIND':
      'Công thức “{name}” đọc {kind, select, figures {bảng số liệu} taskReport {báo cáo nhiệm vụ} difficulty {khó khăn, vướng mắc} other {danh mục văn bản}}, còn tệp này không có trang nào như vậy.',
    'intake.problemTitle.RECIPE_OTHER_KIND': 'Công thức của loại bảng khác',
    'recipes.kind':
      '{kind, select, figures {bảng số liệu} taskReport {báo cáo nhiệm vụ} difficulty {khó khăn, vướng mắc} other {danh mục văn bản}}',
    'recipes.anybody': 'mọi nơi gửi',
    'recipes.line': '“{name}”, bản {version, number}: {kind} của {sender}; {by} lưu lúc {at}',
    'recipes.ended': 'hết dùng từ {at}',
    'recipes.none': 'Chưa có công thức đọc nào.',
    'recipes.header': 'Dùng khi tiêu đề đúng như sau: {texts}',
    'recipes.gap': 'Số liệu bắt đầu {rows, plural, =0 {ngay dưới tiêu đề} other {sau # dòng dưới tiêu đề}}',
    'recipes.column': 'Cột {column}: {meaning}',
    'recipes.answer.word': 'Chữ “{text}”: {answer}',
    'recipes.answer.unit': 'Đơn vị ghi “{text}”: {answer}',
    'recipes.answer.part': 'Đơn vị cũ {text}: tính cho {answer}',
    'recipes.answer.indicator': 'Chỉ tiêu ghi “{text}”: {answer}',
    'recipes.answer.scale':
      'Cột {column}: số đọc là {answer, select, percent {phần trăm} other {phần của một (0,85 là 85%)}}',
    'recipes.answer.parts': 'Cột {column}: {answer, select, count {số lượng} other {tỷ lệ %}}',
    'recipes.answer.base': 'Mẫu số của “{indicator}”: {answer, select, none {không có} other {cột {answer}}}',
    'recipes.row':
      'Dòng bắt đầu bằng “{label}” là {kind, select, unit {dòng của đơn vị} total {dòng tổng cộng} section {dòng tên nhóm} summary {dòng tóm tắt} note {ghi chú} signature {dòng ký tên} other {tiêu đề lặp lại}}',
    'recipes.footer': 'Bảng hết ở trên dòng “{label}”',
    'recipes.used': 'Công thức đọc: “{name}”, bản {version, number}',
    'recipes.exported': 'Đã ghi công thức “{name}” vào {file}.',
    'recipes.imported': 'Đã nhận công thức “{name}”, bản {version, number}.',
    'recipes.removed': 'Đã bỏ công thức “{name}”. Các bản của nó vẫn được lưu.',
  },
  en: {
    'intake.problem.RECIPE_USED': 'This sheet was read by the recipe “{name}”, version {version, number}.',
    'intake.problemTitle.RECIPE_USED': 'Read by a recipe',
    'intake.problem.RECIPE_NO_FIT':
      'The recipe “{name}” does not fit this file: {missing, select, empty {the header of the table is not that of the recipe} other {there is no column “{missing}” as in the recipe}}. Leave the recipe out, or choose anew and save the next version.',
    'intake.problemTitle.RECIPE_NO_FIT': 'Recipe does not fit',
    'intake.problem.RECIPE_OTHER_KIND':
      'The recipe “{name}” reads {kind, select, figures {figures} taskReport {reports of tasks} difficulty {difficulties} other {documents}}, and no sheet of this file holds such.',
    'intake.problemTitle.RECIPE_OTHER_KIND': 'Recipe for another kind of table',
    'recipes.kind':
      '{kind, select, figures {figures} taskReport {reports of tasks} difficulty {difficulties} other {documents}}',
    'recipes.anybody': 'any sender',
    'recipes.line': '“{name}”, version {version, number}: {kind} of {sender}; saved by {by} at {at}',
    'recipes.ended': 'in force until {at}',
    'recipes.none': 'There is no recipe yet.',
    'recipes.header': 'Used where the header is exactly: {texts}',
    'recipes.gap':
      'Figures begin {rows, plural, =0 {right below the header} one {# row below the header} other {# rows below the header}}',
    'recipes.column': 'Column {column}: {meaning}',
    'recipes.answer.word': 'The word “{text}”: {answer}',
    'recipes.answer.unit': 'The unit written “{text}”: {answer}',
    'recipes.answer.part': 'The former unit {text}: counted for {answer}',
    'recipes.answer.indicator': 'The indicator written “{text}”: {answer}',
    'recipes.answer.scale':
      'Column {column}: numbers are {answer, select, percent {percents} other {parts of one (0.85 is 85%)}}',
    'recipes.answer.parts':
      'Column {column}: {answer, select, count {numbers of things} other {percentages}}',
    'recipes.answer.base':
      'The whole of “{indicator}”: {answer, select, none {there is none} other {column {answer}}}',
    'recipes.row':
      'A row that begins with “{label}” is {kind, select, unit {a unit} total {a total} section {the name of a group} summary {a summary} note {a note} signature {a signature} other {a repeated header}}',
    'recipes.footer': 'The table ends above the row “{label}”',
    'recipes.used': 'Read by recipe: “{name}”, version {version, number}',
    'recipes.exported': 'The recipe “{name}” was written to {file}.',
    'recipes.imported': 'The recipe “{name}” is here, version {version, number}.',
    'recipes.removed': 'The recipe “{name}” is in force no more. Its versions stay on record.',
  },
} as const;
