import { EXPORT_USAGE } from './usage-export.ts';
import { INTAKE_USAGE } from './usage-intake.ts';
import { PLAN_USAGE } from './usage-plan.ts';
import { UNITS_USAGE } from './usage-units.ts';

export const USAGE = `kh02 <lệnh> [tùy chọn] / kh02 <command> [options]

  status   bức tranh cả nước tại một kỳ số liệu / the national picture at a cut
           --cut ID|DATE   kỳ hoặc ngày yyyy-mm-dd (mặc định: bức tranh) / cut or day (default: the picture)
           --unit CODE|NAME  thêm một đơn vị: VN, mã, tên, cả tên cũ / one unit beside it: code or name, also a former one
           --json          một đối tượng JSON trên stdout / one JSON object on standard output

  alerts   cảnh báo tại một kỳ số liệu, kèm bằng chứng / alerts at a cut with their evidence
           --cut ID|DATE   kỳ hoặc ngày (mặc định: bức tranh) / cut or day (default: the picture)
           --rule R  --severity S  --state T   lọc, lặp lại được / filters, may be repeated
           --unit CODE|NAME  một đơn vị và các đơn vị cấp dưới / one unit and those below it
           --json          một đối tượng JSON, đủ mọi cảnh báo / one JSON object with every alert

  gap      chênh lệch giữa báo cáo và vận hành / reported beside operating
           --cut ID|DATE   kỳ hoặc ngày (mặc định: bức tranh) / cut or day (default: the picture)
           --level commune|province   cấp (mặc định: commune) / level
           --province CODE|NAME  chỉ các xã của một tỉnh / only the communes of a province
           --json          một đối tượng JSON: ma trận và danh sách xếp hạng / matrix and ranked units

  compare KỲ KỲ   thay đổi từ kỳ đầu đến kỳ sau / what changed from the first cut to the second
           --level commune|province  --side reported|operating
           --from-file F.kh02  --to-file F.kh02   một bên lấy từ tệp số liệu / a side taken from a data file
           --json          một đối tượng JSON: chuyển trạng thái, mới lập, không còn / transitions, joined, left

  snapshot create --out FILE.kh02   ghi tệp số liệu / write a data file
           --province CODE  chỉ một tỉnh / one province only
           --cuts A,B       các kỳ (mặc định: tất cả) / cuts (default: all)
           --sign           ký bằng khóa của máy này / sign with this machine's key
  snapshot verify FILE      kiểm tra tệp; mã thoát 1 khi bị thay đổi hoặc không mở được / check a file; 1 when altered or refused
  snapshot info FILE        thêm nội dung của tệp / and what it holds      (--json: cả hai / both)

  key make --name NAME [--replace] · export [--out FILE] · trust FILE [--name NAME] · distrust FINGERPRINT · list
           khóa ký và khóa tin cậy; mật khẩu trong KH02_PASSPHRASE / signing and trusted keys; passphrase in KH02_PASSPHRASE
${EXPORT_USAGE}
${INTAKE_USAGE}
${PLAN_USAGE}
${UNITS_USAGE}
  who [NAME]      tên người làm việc trên máy này, nêu một lần; --forget để bỏ / who acts at this machine, said once
  staff list · add NAME [--duty TEXT] · remove NAME   cán bộ ở đây / who works here
  journal         nhật ký: ai đã làm gì / what people did, the newest first
           --since DAY  --until DAY   từ ngày, đến ngày / days
           --who NAME  --kind K  --unit CODE  --cut ID  --text WORDS   lọc; --kind lặp lại được / filters
           --json          một đối tượng JSON, đủ mọi việc / one JSON object with every act

  Mọi lệnh / every command:
           --who NAME      ai làm việc này, nếu khác tên đã nêu cho máy / who does it, where not the one the machine knows
           --data DIR      thư mục dữ liệu (biến môi trường KH02_DATA) / data folder (environment KH02_DATA)
           --begin-anew    khi tệp cơ sở dữ liệu không còn: tạo lại từ đầu / make a vanished database anew
           --help          trang này / this page

  Mã thoát / exit codes: 0 xong / done · 1 sửa được / can be mended · 2 sai cách dùng / wrong usage · 70 lỗi của chúng tôi / our mistake
`;
