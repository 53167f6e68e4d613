/** The part of the usage text about administrative units. */
export const UNITS_USAGE = `  units list      các đơn vị đang có hiệu lực / units in force   [--province CODE] [--date yyyy-mm-dd]
  units show CODE|NAME   dân số, trụ sở, hình thành từ đâu / population, seat, what it was made from
  units former TEXT      tìm đơn vị cũ và nay thuộc đâu / find units that are no more, and where they are now
`;
