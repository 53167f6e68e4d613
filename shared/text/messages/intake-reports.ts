/** Reports in words that come in by file: task progress, difficulties, documents; their templates and their mistakes. */
export const intakeReports = {
  vi: {
    'intake.words.title': 'Báo cáo bằng lời',
    'intake.words.submit':
      'Ghi {count, plural, =0 {} other {{count, number} số liệu và }}{reports, number} báo cáo',
    'intake.words.count': '{kind}: {added} mới, {changed} thay đổi, {same} giữ nguyên',
    'intake.words.same': 'Mọi báo cáo bằng lời trong tệp đều giống số liệu hiện có',
    'taskState.notStarted': 'Chưa triển khai',
    'taskState.inProgress': 'Đang thực hiện',
    'taskState.done': 'Đã hoàn thành',
    'taskState.blocked': 'Đang vướng mắc',
    'intake.template.taskCode': 'Mã nhiệm vụ',
    'intake.template.taskName': 'Tên nhiệm vụ',
    'intake.template.deadline': 'Thời hạn',
    'intake.template.state': 'Trạng thái',
    'intake.template.progress': 'Tiến độ (%)',
    'intake.template.doneOn': 'Ngày hoàn thành',
    'intake.template.cause': 'Nguyên nhân chậm',
    'intake.template.tasks': 'Tiến độ nhiệm vụ',
    'intake.template.difficulties': 'Khó khăn, vướng mắc',
    'intake.template.documents': 'Văn bản',
    'intake.template.unitCode': 'Mã đơn vị',
    'intake.template.difficultyCode': 'Mã khó khăn',
    'intake.template.category': 'Nhóm khó khăn',
    'intake.template.text': 'Nội dung',
    'intake.template.since': 'Từ ngày',
    'intake.template.indicators': 'Chỉ tiêu liên quan',
    'intake.template.resolvedOn': 'Ngày giải quyết',
    'intake.template.kind': 'Loại văn bản',
    'intake.template.number': 'Số, ký hiệu',
    'intake.template.documentTitle': 'Trích yếu',
    'intake.template.issuedOn': 'Ngày ban hành',
    'intake.template.stateHelp':
      'Chọn trạng thái của nhiệm vụ. Để trống cả dòng nếu kỳ này không báo cáo: trạng thái đã báo trước đó vẫn được giữ.',
    'intake.template.progressHelp':
      'Nhập từ 0% đến 100%. Bỏ trống được nếu chưa triển khai hoặc đã hoàn thành.',
    'intake.template.dayHelp': 'Nhập ngày/tháng/năm, từ ngày đầu của kế hoạch đến ngày của kỳ số liệu.',
    'intake.template.causeHelp':
      'Chọn trong danh sách. Điều không có trong danh sách ghi ở cột ghi chú hoặc nội dung.',
    'intake.template.kindHelp': 'Chọn loại văn bản.',
    'intake.template.helpTasks':
      'Trang “Tiến độ nhiệm vụ”: chọn trạng thái và ghi tiến độ; đã hoàn thành thì ghi ngày; quá hạn mà chưa xong thì chọn nguyên nhân chậm. Dòng để trống nghĩa là không có gì mới.',
    'intake.template.helpDifficulties':
      'Trang “Khó khăn, vướng mắc”: các dòng có mã là khó khăn đang mở, giải quyết xong thì ghi ngày giải quyết. Khó khăn mới ghi ở dòng trống; mã đơn vị để trống nghĩa là của cả tỉnh, khó khăn của xã thì ghi mã xã. Chỉ tiêu liên quan ghi mã hoặc tên, cách nhau bằng dấu chấm phẩy.',
    'intake.template.helpDocuments':
      'Trang “Văn bản”: mỗi dòng là một văn bản đã ban hành trong kỳ, kèm mã nhiệm vụ nếu có.',
    'intake.problem.TASK_UNKNOWN':
      'Kế hoạch không có nhiệm vụ “{task}”. Hãy ghi đúng mã ở cột mã nhiệm vụ của mẫu, hoặc bỏ dòng này.',
    'intake.problem.TASK_OUTSIDE_SCOPE':
      'Nhiệm vụ {task} không thuộc phạm vi báo cáo của đơn vị này: cơ quan Trung ương báo cáo nhiệm vụ của Trung ương, tỉnh và thành phố báo cáo các nhiệm vụ còn lại. Hãy bỏ dòng này.',
    'intake.problem.TASK_NOT_HELD':
      'Nhiệm vụ {task} không có trong kế hoạch vào ngày của kỳ này{until, select, none { (áp dụng từ {from})} other { (ngừng từ {until})}}. Hãy bỏ dòng này, hoặc báo cáo ở đúng kỳ.',
    'intake.problem.STATE_UNKNOWN':
      '“{text}” không phải trạng thái nhiệm vụ. Hãy chọn: Chưa triển khai, Đang thực hiện, Đã hoàn thành hoặc Đang vướng mắc.',
    'intake.problem.STATE_MISSING':
      'Nhiệm vụ {task} có nội dung nhưng chưa ghi trạng thái. Hãy chọn trạng thái, hoặc để trống cả dòng nếu chưa báo cáo.',
    'intake.problem.PROGRESS_NO_NUMBER': '“{text}” không phải tiến độ. Hãy ghi số phần trăm từ 0% đến 100%.',
    'intake.problem.PROGRESS_OUT_OF_RANGE':
      'Tiến độ {progress, number, percent} nằm ngoài khoảng cho phép. Hãy ghi từ 0% đến 100%.',
    'intake.problem.PROGRESS_MISSING':
      'Nhiệm vụ đang thực hiện hoặc đang vướng mắc phải có tiến độ. Hãy ghi từ 0% đến 100%.',
    'intake.problem.PROGRESS_DIFFERS':
      '{state, select, done {Đã hoàn thành nhưng tiến độ ghi {progress, number, percent}. Hãy ghi 100%, để trống, hoặc đổi trạng thái.} other {Chưa triển khai nhưng tiến độ ghi {progress, number, percent}. Hãy ghi 0%, để trống, hoặc đổi trạng thái.}}',
    'intake.problem.DONE_WITHOUT_DATE':
      'Nhiệm vụ đã hoàn thành nhưng thiếu ngày hoàn thành. Hãy ghi ngày (ngày/tháng/năm).',
    'intake.problem.DATE_WITHOUT_DONE':
      'Có ngày hoàn thành nhưng trạng thái không phải Đã hoàn thành. Hãy đổi trạng thái hoặc xóa ngày.',
    'intake.problem.DATE_INVALID':
      '“{text}” không phải ngày có thật. Hãy ghi ngày/tháng/năm, ví dụ 31/07/2025.',
    'intake.problem.DATE_IN_FUTURE':
      'Ngày {day} ở sau {last}, ngày của kỳ số liệu hoặc hôm nay. Hãy sửa ngày, hoặc báo cáo ở kỳ sau.',
    'intake.problem.DATE_BEFORE_PLAN': 'Ngày {day} ở trước ngày đầu của kế hoạch ({first}). Hãy sửa ngày.',
    'intake.problem.CAUSE_UNKNOWN':
      '“{text}” không có trong danh mục nguyên nhân. Hãy chọn trong danh sách của mẫu; điều không có trong đó ghi ở cột ghi chú.',
    'intake.problem.CAUSE_MISSING':
      'Nhiệm vụ {task} đã quá hạn mà chưa nêu nguyên nhân chậm; vẫn được ghi nhận.',
    'intake.problem.TEXT_MISSING':
      'Thiếu {field, select, category {nhóm khó khăn} text {nội dung khó khăn} since {ngày phát sinh} kind {loại văn bản} number {số, ký hiệu văn bản} title {trích yếu văn bản} issuedOn {ngày ban hành} other {nội dung}}. Hãy điền, hoặc xóa cả dòng.',
    'intake.problem.TEXT_TOO_LONG':
      'Nội dung dài {found, number} ký tự, tối đa {allowed, number}. Hãy rút gọn.',
    'intake.problem.CATEGORY_UNKNOWN':
      '“{text}” không có trong danh mục nhóm khó khăn. Hãy chọn trong danh sách của mẫu.',
    'intake.problem.RESOLVED_BEFORE_SINCE':
      'Ngày giải quyết {day} ở trước ngày phát sinh {since}. Hãy sửa một trong hai ngày.',
    'intake.problem.DIFFICULTY_UNKNOWN':
      'Không có khó khăn mã “{text}” của đơn vị này. Hãy giữ nguyên mã của mẫu, hoặc xóa mã nếu là khó khăn mới.',
    'intake.problem.INDICATORS_UNKNOWN':
      '“{text}” không phải danh sách chỉ tiêu. Hãy ghi mã hoặc tên chỉ tiêu, cách nhau bằng dấu chấm phẩy.',
    'intake.problem.DOCUMENT_KIND_UNKNOWN':
      '“{text}” không phải loại văn bản. Hãy chọn: Kế hoạch, Quyết định, Công văn, Báo cáo hoặc Hướng dẫn.',
    'intake.problem.REPORT_UNIT_MISSING':
      'Dòng không ghi đơn vị và tệp không cho biết là của tỉnh nào. Hãy điền mã đơn vị, hoặc chọn tỉnh cho tệp.',
    'intake.problem.REPORT_TWICE_SAME': 'Nội dung này đã có ở dòng {first}, giống hệt.',
    'intake.problem.REPORT_TWICE_DIFFERENT':
      '{kind, select, taskReport {Nhiệm vụ này đã được báo cáo ở dòng {first} với nội dung khác.} difficulty {Dòng {first} đã báo khó khăn cùng đơn vị, cùng nhóm, cùng ngày phát sinh.} other {Văn bản cùng số, ký hiệu đã có ở dòng {first} với nội dung khác.}} Hãy giữ một dòng.',
    'intake.problemTitle.TASK_UNKNOWN': 'Nhiệm vụ lạ',
    'intake.problemTitle.TASK_OUTSIDE_SCOPE': 'Ngoài phạm vi báo cáo',
    'intake.problemTitle.TASK_NOT_HELD': 'Nhiệm vụ ngoài kế hoạch lúc ấy',
    'intake.problemTitle.STATE_UNKNOWN': 'Trạng thái lạ',
    'intake.problemTitle.STATE_MISSING': 'Thiếu trạng thái',
    'intake.problemTitle.PROGRESS_NO_NUMBER': 'Tiến độ không phải số',
    'intake.problemTitle.PROGRESS_OUT_OF_RANGE': 'Tiến độ ngoài khoảng',
    'intake.problemTitle.PROGRESS_MISSING': 'Thiếu tiến độ',
    'intake.problemTitle.PROGRESS_DIFFERS': 'Tiến độ trái trạng thái',
    'intake.problemTitle.DONE_WITHOUT_DATE': 'Thiếu ngày hoàn thành',
    'intake.problemTitle.DATE_WITHOUT_DONE': 'Ngày trái trạng thái',
    'intake.problemTitle.DATE_INVALID': 'Không phải ngày',
    'intake.problemTitle.DATE_IN_FUTURE': 'Ngày ở tương lai',
    'intake.problemTitle.DATE_BEFORE_PLAN': 'Ngày trước kế hoạch',
    'intake.problemTitle.CAUSE_UNKNOWN': 'Nguyên nhân lạ',
    'intake.problemTitle.CAUSE_MISSING': 'Quá hạn, chưa rõ vì sao',
    'intake.problemTitle.TEXT_MISSING': 'Thiếu nội dung',
    'intake.problemTitle.TEXT_TOO_LONG': 'Nội dung quá dài',
    'intake.problemTitle.CATEGORY_UNKNOWN': 'Nhóm khó khăn lạ',
    'intake.problemTitle.RESOLVED_BEFORE_SINCE': 'Giải quyết trước khi phát sinh',
    'intake.problemTitle.DIFFICULTY_UNKNOWN': 'Mã khó khăn lạ',
    'intake.problemTitle.INDICATORS_UNKNOWN': 'Chỉ tiêu liên quan lạ',
    'intake.problemTitle.DOCUMENT_KIND_UNKNOWN': 'Loại văn bản lạ',
    'intake.problemTitle.REPORT_UNIT_MISSING': 'Báo cáo chưa rõ đơn vị',
    'intake.problemTitle.REPORT_TWICE_SAME': 'Báo cáo lặp giống nhau',
    'intake.problemTitle.REPORT_TWICE_DIFFERENT': 'Báo cáo lặp khác nhau',
  },
  en: {
    'intake.words.title': 'Reports in words',
    'intake.words.submit':
      'Take in {count, plural, =0 {} other {{count, number} figures and }}{reports, number} reports',
    'intake.words.count': '{kind}: {added} new, {changed} changed, {same} the same',
    'intake.words.same': 'Every report in words of the file is as it is here',
    'taskState.notStarted': 'Not started',
    'taskState.inProgress': 'In progress',
    'taskState.done': 'Done',
    'taskState.blocked': 'Held up',
    'intake.template.taskCode': 'Task code',
    'intake.template.taskName': 'Task name',
    'intake.template.deadline': 'Deadline',
    'intake.template.state': 'State',
    'intake.template.progress': 'Progress (%)',
    'intake.template.doneOn': 'Done on',
    'intake.template.cause': 'Cause',
    'intake.template.tasks': 'Task progress',
    'intake.template.difficulties': 'Difficulties',
    'intake.template.documents': 'Documents',
    'intake.template.unitCode': 'Unit code',
    'intake.template.difficultyCode': 'Difficulty',
    'intake.template.category': 'Category',
    'intake.template.text': 'Text',
    'intake.template.since': 'Since',
    'intake.template.indicators': 'Linked indicators',
    'intake.template.resolvedOn': 'Resolved on',
    'intake.template.kind': 'Kind',
    'intake.template.number': 'Number',
    'intake.template.documentTitle': 'Title',
    'intake.template.issuedOn': 'Issued on',
    'intake.template.stateHelp':
      'Choose the state of the task. Leave the whole row empty if there is nothing new: what was reported before still holds.',
    'intake.template.progressHelp': 'Enter 0% to 100%. May stay empty if not started or done.',
    'intake.template.dayHelp': 'Enter dd/mm/yyyy, from the first day of the plan to the day of the cut.',
    'intake.template.causeHelp': 'Choose from the list. What it lacks goes into the note or the text.',
    'intake.template.kindHelp': 'Choose the kind of document.',
    'intake.template.helpTasks':
      'Sheet “Task progress”: choose a state and enter the progress; the day when done; the cause when overdue. An empty row says nothing new.',
    'intake.template.helpDifficulties':
      'Sheet “Difficulties”: rows with a code are open difficulties; enter the day when resolved. New ones go into empty rows; without a unit code they are the province’s, of a commune enter its code. Linked indicators: codes or names with semicolons between them.',
    'intake.template.helpDocuments':
      'Sheet “Documents”: a row for each document issued, with the code of its task if there is one.',
    'intake.problem.TASK_UNKNOWN':
      'The plan has no task “{task}”. Write the code of the template’s code column, or leave the row out.',
    'intake.problem.TASK_OUTSIDE_SCOPE':
      'Task {task} is not this body’s to report: the Centre reports its own tasks, provinces report the others. Leave the row out.',
    'intake.problem.TASK_NOT_HELD':
      'Task {task} is not in the plan on the day of this cut{until, select, none { (it begins on {from})} other { (it was retired on {until})}}. Leave this row out, or report it with the right cut.',
    'intake.problem.STATE_UNKNOWN':
      '“{text}” is no state of a task. Choose: Not started, In progress, Done or Held up.',
    'intake.problem.STATE_MISSING':
      'Something is said of task {task}, but no state. Choose one, or leave the whole row empty if it is not reported.',
    'intake.problem.PROGRESS_NO_NUMBER': '“{text}” is no progress. Write percents from 0% to 100%.',
    'intake.problem.PROGRESS_OUT_OF_RANGE':
      'A progress of {progress, number, percent} is out of range. Write from 0% to 100%.',
    'intake.problem.PROGRESS_MISSING':
      'A task that is in progress or held up needs a progress. Write from 0% to 100%.',
    'intake.problem.PROGRESS_DIFFERS':
      '{state, select, done {Done, but the progress says {progress, number, percent}. Write 100%, leave it empty, or change the state.} other {Not started, but the progress says {progress, number, percent}. Write 0%, leave it empty, or change the state.}}',
    'intake.problem.DONE_WITHOUT_DATE': 'The task is done, but not since when. Write the day (dd/mm/yyyy).',
    'intake.problem.DATE_WITHOUT_DONE':
      'There is a day of completion, but the state is not Done. Change the state or clear the day.',
    'intake.problem.DATE_INVALID': '“{text}” is no real day. Write dd/mm/yyyy, such as 31/07/2025.',
    'intake.problem.DATE_IN_FUTURE':
      'The day {day} lies after {last}, the day of the cut or today. Correct it, or report it with a later cut.',
    'intake.problem.DATE_BEFORE_PLAN':
      'The day {day} lies before the first day of the plan ({first}). Correct it.',
    'intake.problem.CAUSE_UNKNOWN':
      '“{text}” is not in the list of causes. Choose from the template’s list; what it lacks goes into the note.',
    'intake.problem.CAUSE_MISSING': 'Task {task} is overdue and no cause is given; it is taken all the same.',
    'intake.problem.TEXT_MISSING':
      'Missing: {field, select, category {the kind of difficulty} text {the text of the difficulty} since {the day it began} kind {the kind of document} number {the number of the document} title {the title of the document} issuedOn {the day of issue} other {text}}. Fill it in, or clear the whole row.',
    'intake.problem.TEXT_TOO_LONG':
      'The text has {found, number} characters, at most {allowed, number} are allowed. Shorten it.',
    'intake.problem.CATEGORY_UNKNOWN': '“{text}” is no kind of difficulty. Choose from the template’s list.',
    'intake.problem.RESOLVED_BEFORE_SINCE':
      'It is said to be resolved on {day}, before it began on {since}. Correct one of the days.',
    'intake.problem.DIFFICULTY_UNKNOWN':
      'This body has no difficulty “{text}”. Keep the template’s code, or clear it for a new difficulty.',
    'intake.problem.INDICATORS_UNKNOWN':
      '“{text}” is no list of indicators. Write codes or names with semicolons between them.',
    'intake.problem.DOCUMENT_KIND_UNKNOWN':
      '“{text}” is no kind of document. Choose: Plan, Decision, Official letter, Report or Guidance.',
    'intake.problem.REPORT_UNIT_MISSING':
      'The row names no unit and the file no province. Fill in the unit’s code, or choose the province of the file.',
    'intake.problem.REPORT_TWICE_SAME': 'Row {first} says the very same.',
    'intake.problem.REPORT_TWICE_DIFFERENT':
      '{kind, select, taskReport {Row {first} says something else of this task.} difficulty {Row {first} has a difficulty of the same unit, kind and day.} other {Row {first} has another document of this number.}} Keep one of them.',
    'intake.problemTitle.TASK_UNKNOWN': 'Unknown task',
    'intake.problemTitle.TASK_OUTSIDE_SCOPE': 'Not its task',
    'intake.problemTitle.TASK_NOT_HELD': 'Task not in the plan then',
    'intake.problemTitle.STATE_UNKNOWN': 'Unknown state',
    'intake.problemTitle.STATE_MISSING': 'State missing',
    'intake.problemTitle.PROGRESS_NO_NUMBER': 'Progress no number',
    'intake.problemTitle.PROGRESS_OUT_OF_RANGE': 'Progress out of range',
    'intake.problemTitle.PROGRESS_MISSING': 'Progress missing',
    'intake.problemTitle.PROGRESS_DIFFERS': 'Progress and state differ',
    'intake.problemTitle.DONE_WITHOUT_DATE': 'Day of completion missing',
    'intake.problemTitle.DATE_WITHOUT_DONE': 'Day and state differ',
    'intake.problemTitle.DATE_INVALID': 'Not a day',
    'intake.problemTitle.DATE_IN_FUTURE': 'Day in the future',
    'intake.problemTitle.DATE_BEFORE_PLAN': 'Day before the plan',
    'intake.problemTitle.CAUSE_UNKNOWN': 'Unknown cause',
    'intake.problemTitle.CAUSE_MISSING': 'Overdue without a cause',
    'intake.problemTitle.TEXT_MISSING': 'Text missing',
    'intake.problemTitle.TEXT_TOO_LONG': 'Text too long',
    'intake.problemTitle.CATEGORY_UNKNOWN': 'Unknown kind of difficulty',
    'intake.problemTitle.RESOLVED_BEFORE_SINCE': 'Resolved before it began',
    'intake.problemTitle.DIFFICULTY_UNKNOWN': 'Unknown difficulty',
    'intake.problemTitle.INDICATORS_UNKNOWN': 'Unknown linked indicator',
    'intake.problemTitle.DOCUMENT_KIND_UNKNOWN': 'Unknown kind of document',
    'intake.problemTitle.REPORT_UNIT_MISSING': 'Whose report is unknown',
    'intake.problemTitle.REPORT_TWICE_SAME': 'Reports repeated alike',
    'intake.problemTitle.REPORT_TWICE_DIFFERENT': 'Reports repeated otherwise',
  },
} as const;
