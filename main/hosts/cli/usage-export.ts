/** The part of the help about `kh02 export`. */
export const EXPORT_USAGE = `
  export deck|pdf|workbook|picture|csv --out FILE|DIR/   báo cáo thành tệp / a briefing as a file
           --briefing national|province|gap|tasks|handover   loại báo cáo (mặc định: national) / which one
           --cut ID|DATE  --compare ID|DATE|none   kỳ (mặc định: bức tranh) và kỳ so sánh / cut (default: the picture) and the one to compare with
           --unit CODE     mã tỉnh của báo cáo province / province of a province briefing
           --lang vi|en    ngôn ngữ / language
           --a4            PDF khổ A4 thay cho 16:9 / A4 pages instead of 16:9
           --page ID  --scale 1x|2x|4k   hình của trang nào, rộng 1280, 2560 hay 3840 điểm / which page's picture, how wide
  export provinces --out DIR|FILE.zip   34 tỉnh, thành phố, mỗi nơi một tệp / one file for each province
           --format pdf|pdf-a4|deck|workbook|csv   (mặc định / default: pdf)
  export renew FILE.pptx --out FILE|DIR/   làm mới bản trình chiếu đã xuất, giữ thứ tự trang và lời người soạn
           --cut ID|DATE  --compare ID|DATE|none   / a deck made earlier with newer figures; own words and slides stay
`;
