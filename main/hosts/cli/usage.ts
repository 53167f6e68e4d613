export const USAGE = `kh02 <lệnh> [tùy chọn] / kh02 <command> [options]

  status   bức tranh cả nước tại một kỳ số liệu / the national picture at a cut
           --cut ID|DATE   kỳ hoặc ngày yyyy-mm-dd (mặc định: mới nhất) / cut or day (default: newest)
           --unit CODE     thêm một đơn vị: VN, mã tỉnh, mã xã / one unit beside it
           --json          một đối tượng JSON trên stdout / one JSON object on standard output

  alerts   cảnh báo tại một kỳ số liệu, kèm bằng chứng / alerts at a cut with their evidence
           --cut ID|DATE   kỳ hoặc ngày / cut or day
           --rule R  --severity S  --state T   lọc, lặp lại được / filters, may be repeated
           --unit CODE     một đơn vị và các đơn vị cấp dưới / one unit and those below it
           --json          một đối tượng JSON, đủ mọi cảnh báo / one JSON object with every alert

  Mọi lệnh / every command:
           --data DIR      thư mục dữ liệu (biến môi trường KH02_DATA) / data folder (environment KH02_DATA)
           --help          trang này / this page

  Mã thoát / exit codes: 0 xong / done · 1 sửa được / can be mended · 2 sai cách dùng / wrong usage · 70 lỗi của chúng tôi / our mistake
`;
