/** The part of the usage text about the plan. */
export const PLAN_USAGE = `  plan show       kế hoạch: giai đoạn, trụ cột, nhóm, nhiệm vụ, chỉ tiêu / the plan as it is   (--json: tất cả / all of it)
           --cut ID|DATE   bản sửa đổi của một kỳ / the revision of a cut    --revision N   bản sửa đổi N / revision N
  plan history    các bản sửa đổi: từ ngày nào, ai, vì sao / revisions: from which day, who, why
  plan diff A B   hai bản sửa đổi khác nhau ở đâu / what differs between two revisions
  plan export --out FILE.xlsx|FILE.json   ghi tệp kế hoạch / write a plan file   [--cut ID|DATE] [--revision N]
  plan import FILE --from DATE --why TEXT   cả tệp thành bản sửa đổi mới, áp dụng từ ngày; mã bị bỏ là ngừng áp dụng
                  the file becomes a new revision in force from that day; what it leaves out is retired
           --onto          tệp thay cả kế hoạch đang áp dụng: kế hoạch năm sau, tệp của nơi khác, hoặc tệp xuất từ bản cũ thay cả những gì đã đổi từ đó
                           the file replaces the whole plan: next year's plan, a file from elsewhere, or one of an older revision with all that changed since
           --dry-run       chỉ xem: khác gì, kỳ nào có bao nhiêu đơn vị đổi màu / look only: what differs, what changes colour
`;
