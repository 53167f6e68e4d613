import type { Database } from 'better-sqlite3';

const TABLES = `
-- The plan as its newest revision says; what it was before stands in rule_set.plan.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short_name TEXT NOT NULL,
  short_name_en TEXT NOT NULL
) STRICT;

CREATE TABLE pillar (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL
) STRICT;

CREATE TABLE task_phase (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short_name TEXT NOT NULL,
  short_name_en TEXT NOT NULL,
  start TEXT NOT NULL,
  ends_on TEXT NOT NULL
) STRICT;

ALTER TABLE task_group ADD COLUMN short_name TEXT NOT NULL DEFAULT '';
ALTER TABLE task_group ADD COLUMN short_name_en TEXT NOT NULL DEFAULT '';

-- What an indicator stands for, whom it asks, further ways to write it; from when and until when it is in the plan.
ALTER TABLE indicator ADD COLUMN role TEXT;
ALTER TABLE indicator ADD COLUMN asks TEXT NOT NULL DEFAULT 'commune' CHECK (asks IN ('commune', 'province'));
ALTER TABLE indicator ADD COLUMN words TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(words));
ALTER TABLE indicator ADD COLUMN valid_from TEXT;
ALTER TABLE indicator ADD COLUMN valid_to TEXT;

ALTER TABLE task ADD COLUMN pillar_code TEXT REFERENCES pillar (code);
ALTER TABLE task ADD COLUMN origin_note TEXT;
ALTER TABLE task ADD COLUMN valid_from TEXT;
ALTER TABLE task ADD COLUMN valid_to TEXT;

-- Phases and origins are the plan's own words: a column that checks others is made anew.
ALTER TABLE task ADD COLUMN phase_code TEXT NOT NULL DEFAULT '';
UPDATE task SET phase_code = phase;
ALTER TABLE task DROP COLUMN phase;
ALTER TABLE task RENAME COLUMN phase_code TO phase;
ALTER TABLE task ADD COLUMN origin_any TEXT NOT NULL DEFAULT 'official'
  CHECK (origin_any IN ('official', 'published', 'illustrative'));
UPDATE task SET origin_any = origin;
ALTER TABLE task DROP COLUMN origin;
ALTER TABLE task RENAME COLUMN origin_any TO origin;
ALTER TABLE indicator ADD COLUMN origin_any TEXT NOT NULL DEFAULT 'official'
  CHECK (origin_any IN ('official', 'published', 'illustrative'));
UPDATE indicator SET origin_any = origin;
ALTER TABLE indicator DROP COLUMN origin;
ALTER TABLE indicator RENAME COLUMN origin_any TO origin;

-- A later deadline that holds from a day on.
CREATE TABLE task_extension (
  task_id INTEGER NOT NULL REFERENCES task (id),
  valid_from TEXT NOT NULL,
  deadline TEXT NOT NULL,
  document TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (task_id, valid_from)
) STRICT, WITHOUT ROWID;

-- What a province is held to where it is not the target of everybody.
CREATE TABLE task_target (
  task_id INTEGER NOT NULL REFERENCES task (id),
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  target REAL NOT NULL,
  PRIMARY KEY (task_id, indicator_id, unit_id)
) STRICT, WITHOUT ROWID;

-- A rule set is a revision of the plan. valid_from: the first day of the cuts it holds for, NULL = all. plan: NULL while
-- the tables say what it says.
ALTER TABLE rule_set ADD COLUMN valid_from TEXT;
ALTER TABLE rule_set ADD COLUMN plan TEXT CHECK (plan IS NULL OR json_valid(plan));

-- The revision a cut was closed under; NULL while it is open.
ALTER TABLE cut ADD COLUMN revision INTEGER REFERENCES rule_set (version);
`;

/**
 * What this step found everywhere: the plan of 2025, of which older programs stored neither name nor phases nor pillars,
 * and no roles. Older data files are completed by the same words.
 */
export const FIRST_PLAN = `
INSERT INTO plan SELECT 1, '02-KH/BCĐTW', 'Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 về thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh, hiệu quả đáp ứng yêu cầu sắp xếp tổ chức bộ máy của hệ thống chính trị',
  'Plan No. 02-KH/BCĐTW of 19 June 2025 on interconnected, synchronous, fast and effective digital transformation for the rearranged political system',
  'Kế hoạch số 02-KH/BCĐTW', 'Plan No. 02-KH/BCĐTW'
  WHERE EXISTS (SELECT 1 FROM task);
INSERT INTO task_phase SELECT * FROM (VALUES
  ('urgent', 1, 'Giai đoạn cấp bách', 'Urgent phase', 'Cấp bách', 'Urgent', '2025-06-19', '2025-06-30'),
  ('breakthrough', 2, 'Giai đoạn bứt phá', 'Breakthrough phase', 'Đột phá', 'Breakthrough', '2025-07-01', '2025-12-31'),
  ('regular', 3, 'Nhiệm vụ thường xuyên tháng 7-12/2025', 'Regular tasks, July to December 2025', 'Thường xuyên', 'Regular', '2025-07-01', '2025-12-31')
) WHERE EXISTS (SELECT 1 FROM task);
INSERT INTO pillar SELECT * FROM (VALUES
  ('process', 1, 'Chuẩn hóa quy trình', 'Process standardization'),
  ('data', 2, 'Chuẩn hóa dữ liệu', 'Data standardization'),
  ('technology', 3, 'Hiện đại hóa công nghệ', 'Technology modernization')
) WHERE EXISTS (SELECT 1 FROM task);
UPDATE task_group SET short_name = CASE code WHEN '1' THEN 'Thể chế' WHEN '2' THEN 'Hạ tầng số, CSDL trọng yếu' WHEN '3' THEN 'Dữ liệu' WHEN '4' THEN 'Nền tảng, ứng dụng dùng chung' WHEN '5' THEN 'Nhân lực số' WHEN '6' THEN 'Nguồn lực tài chính' WHEN '7' THEN 'Quốc hội, Mặt trận, tư pháp' WHEN '8' THEN 'An ninh, an toàn thông tin' ELSE name END,
  short_name_en = CASE code WHEN '1' THEN 'Institutions, legal framework' WHEN '2' THEN 'Infrastructure, key databases' WHEN '3' THEN 'Data' WHEN '4' THEN 'Shared platforms' WHEN '5' THEN 'Digital human resources' WHEN '6' THEN 'Financial resources' WHEN '7' THEN 'Assembly, Front, justice' WHEN '8' THEN 'Information security' ELSE name_en END;
UPDATE task SET pillar_code = CASE group_code
  WHEN '1' THEN 'process' WHEN '2' THEN 'technology' WHEN '3' THEN 'data' WHEN '4' THEN 'technology'
  WHEN '7' THEN 'technology' WHEN '8' THEN 'technology' END;
UPDATE indicator SET role = CASE name_en
    WHEN 'Specialised digital signatures' THEN 'signature'
    WHEN 'Public-service digital certificates' THEN 'signature'
    WHEN 'Applications received' THEN 'filesReceived'
    WHEN 'Share of applications submitted online' THEN 'onlineSubmission'
    WHEN 'Share of results returned online' THEN 'onlineResults'
    WHEN 'Share resolved on time' THEN 'onTime'
    WHEN 'Share of documents signed digitally' THEN 'signedDocuments'
  END;
UPDATE indicator SET words = CASE name_en
    WHEN 'Online meetings from the Centre to the commune level' THEN '{"value":["hop truc tuyen thong suot","hoi nghi truc tuyen","diem cau truc tuyen"]}'
    WHEN 'Computers and digital devices for officials' THEN '{"value":["may tinh thiet bi so","trang bi may tinh","may tinh"]}'
    WHEN 'Specialised digital signatures' THEN '{"value":["chu ky so","cap chu ky so chuyen dung","chu ky so chuyen dung cong vu"]}'
    WHEN 'Public-service digital certificates' THEN '{"value":["chung thu so","cap chung thu so cong vu","digital certificates"]}'
    WHEN 'Electronic one-stop system in operation' THEN '{"value":["phan mem mot cua","he thong mot cua","mot cua dien tu","phan mem mot cua dien tu"]}'
    WHEN 'Connected to the National Public Service Portal' THEN '{"value":["ket noi cong dich vu cong","ket noi cong dvc quoc gia","ket noi dvcqg","cong dich vu cong quoc gia"]}'
    WHEN 'Civil-status software connected' THEN '{"value":["ket noi ho tich","phan mem ho tich","ho tich"]}'
    WHEN 'Adequate premises' THEN '{"value":["tru so","tru so dat yeu cau","noi tiep nhan","tru so noi lam viec"]}'
    WHEN 'Equipment of the Centre' THEN '{"value":["trang thiet bi","trang thiet bi trung tam","thiet bi trung tam"]}'
    WHEN 'Staff of the Centre' THEN '{"value":["nhan su","nhan luc","bo tri nhan su","can bo"]}'
    WHEN 'Community digital technology team' THEN '{"value":["to cong nghe so","to cnscd","to cong nghe so cong dong"]}'
    WHEN 'Procedures published' THEN '{"value":["cong khai tthc","niem yet thu tuc","cong khai thu tuc hanh chinh"]}'
    WHEN 'Applications received' THEN '{"value":["so ho so tiep nhan","tong so ho so tiep nhan","ho so da tiep nhan","tong ho so tiep nhan"]}'
    WHEN 'Share of applications submitted online' THEN '{"value":["ty le ho so truc tuyen","ho so truc tuyen","ty le nop truc tuyen","ho so nop truc tuyen","online applications"],"numerator":["so ho so nop truc tuyen","so ho so truc tuyen"]}'
    WHEN 'Share of results returned online' THEN '{"value":["ty le tra ket qua truc tuyen","ket qua truc tuyen","ket qua dien tu","ty le ket qua dien tu"],"numerator":["so ket qua tra truc tuyen","so ket qua dien tu"]}'
    WHEN 'Share resolved on time' THEN '{"value":["ty le dung han","giai quyet dung han","ho so dung han","ty le giai quyet dung han","ty le ho so dung han"],"numerator":["so ho so dung han","so ho so giai quyet dung han"]}'
    WHEN 'Share of records synchronised with the National Portal' THEN '{"value":["dong bo ho so","ty le dong bo","ty le dong bo ho so","ho so dong bo","records synchronized"],"numerator":["so ho so dong bo","so ho so da dong bo"]}'
    WHEN 'Share of documents signed digitally' THEN '{"value":["ty le ky so","van ban ky so","ky so","ho so ky so","ty le van ban ky so"],"numerator":["so van ban ky so","so van ban da ky so"]}'
    WHEN 'Citizen support operations' THEN '{"value":["so luot ho tro","luot ho tro","luot ho tro nguoi dan","so luot ho tro nguoi dan"]}'
    ELSE words END;
`;

/** Closed cuts keep the rules that their colours show. */
const CLOSED = `
UPDATE cut SET revision = (SELECT max(rule_version) FROM unit_status WHERE unit_status.cut_id = cut.id)
WHERE state = 'closed';
`;

/** After this step the plan is data with revisions, and a closed cut says under which it was closed. */
export default function migrate(database: Database): void {
  database.exec(TABLES);
  database.exec(FIRST_PLAN);
  database.exec(CLOSED);
}
