/** The part of the usage text about administrative units. */
export const UNITS_USAGE = `  units list      các đơn vị đang có hiệu lực / units in force   [--province CODE] [--date yyyy-mm-dd]
  units show CODE|NAME   dân số, trụ sở, hình thành từ đâu / population, seat, what it was made from
  units former TEXT      tìm đơn vị cũ và nay thuộc đâu / find units that are no more, and where they are now
  units template --out FILE.xlsx|FILE.csv   mẫu tệp thay đổi đơn vị / template of a file that changes units
  units import FILE   nạp nghị quyết sắp xếp đơn vị, áp dụng từ ngày ghi trong tệp / take in a resolution, in force from its day
           --dry-run       chỉ xem: đơn vị nào mới, hết hiệu lực, đổi tên / look only: what begins, ends, is renamed
           --why TEXT      ghi chú cho nhật ký / a note for the journal
  units acts      các văn bản đã nạp / documents that came in
  units undo ID --why TEXT   hoàn tác một văn bản / take one back
`;
