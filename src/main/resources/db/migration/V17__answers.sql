-- What an answer says became of the matter (Giả định A-52): null for a case nobody has answered, and for one answered before
-- endings were kept.
alter table petition add column ending text
    check (ending in ('fixed', 'planned', 'handed-over', 'impossible', 'answered'));
alter table petition add column planned_until date check (planned_until is null or ending = 'planned');
alter table petition add column handed_to text check (handed_to is null or ending = 'handed-over');

-- As it was said at the time: what was planned and is done later was answered then, and not fixed.
alter table case_fact add column ending text;
alter table case_fact add column planned_until date;

-- Of the answers of a month: how many said that it was done, and how many named a day. Null in editions from before.
alter table report_row add column fixed bigint;
alter table report_row add column planned bigint;

-- Letters of reply (Giả định A-53, ADR 0021). What a letter says is fixed when the answer is released; its file is made when somebody
-- first asks for it, and kept byte for byte.
create table letter_number (
    year            integer     primary key,
    last            integer     not null
);
create table reply_letter (
    id              text        primary key,        -- random: in the address at which it is checked
    petition_code   text        not null references petition (code),
    round           smallint    not null,           -- one letter for each answer
    year            integer     not null,
    sequence        integer     not null,
    number          text        not null,           -- as it stands in the letter
    issued_at       timestamptz not null,
    authority       text,
    agency          text        not null,
    signer_title    text        not null,
    signer_name     text        not null,
    subject         text        not null,           -- read by strangers: without personal data
    addressee       text        not null,
    text            text        not null,
    pdf             bytea,
    sha256          text,
    unique (petition_code, round),
    unique (year, sequence),
    check ((pdf is null) = (sha256 is null))
);
create rule reply_letter_no_delete as on delete to reply_letter do instead nothing;

-- Under which title and name a leader signs; administrators keep it. Who is not in it signs by the name of the account.
create table letter_signer (
    user_id         text        primary key,
    title           text        not null,           -- Giám đốc, Chủ tịch, KT. Giám đốc Phó Giám đốc
    name            text                            -- null: that of the account
);

-- Texts to begin an answer with. Administrators add, change and withdraw rows; {ma}, {noi}, {ngay} are filled with the code, the place
-- and the day, and what stands in square brackets an officer has to say.
create table reply_template (
    id              bigint      generated always as identity primary key,
    field           text        not null default '', -- '': any
    ending          text        not null check (ending in ('fixed', 'planned', 'handed-over', 'impossible', 'answered')),
    name            text        not null,
    text            text        not null,
    position        integer     not null default 0,
    offered         boolean     not null default true
);
insert into reply_template (field, ending, name, text) values
    ('chieu_sang', 'fixed', 'Đã sửa đèn', 'Ngày {ngay}, đơn vị đã kiểm tra tại {noi}, đã [thay bóng, sửa dây]. Đèn đã sáng trở lại lúc [giờ, ngày].'),
    ('chieu_sang', 'planned', 'Chờ vật tư', 'Đơn vị đã kiểm tra tại {noi}: [nguyên nhân]. Việc sửa chữa cần [vật tư], sẽ xong trong ngày đã hẹn.'),
    ('thoat_nuoc', 'fixed', 'Đã thông cống', 'Ngày {ngay}, đơn vị đã nạo vét, khơi thông cống tại {noi}. Nước đã thoát bình thường.'),
    ('rac_thai', 'fixed', 'Đã thu gom', 'Ngày {ngay}, đơn vị đã thu gom, làm sạch rác tại {noi} và sẽ [tuần tra, nhắc nhở] để không tái diễn.'),
    ('duong_bo', 'planned', 'Sửa mặt đường', 'Đơn vị đã kiểm tra tại {noi}: [hư hỏng]. Đã [rào chắn, cảnh báo]; việc sửa chữa sẽ xong trong ngày đã hẹn.'),
    ('', 'fixed', 'Đã xử lý', 'Ngày {ngay}, cơ quan đã kiểm tra tại {noi} và đã [việc đã làm]. Kết quả: [kết quả].'),
    ('', 'planned', 'Có kế hoạch', 'Cơ quan đã kiểm tra tại {noi}. Việc này [vì sao chưa làm ngay]; kế hoạch: [việc, nguồn lực], xong trong ngày đã hẹn.'),
    ('', 'handed-over', 'Chuyển nơi có thẩm quyền', 'Qua kiểm tra, việc tại {noi} thuộc trách nhiệm của [cơ quan, đơn vị] theo [căn cứ]. Cơ quan đã chuyển phản ánh {ma} đến nơi đó ngày {ngay}; Quý vị có thể liên hệ [điện thoại].'),
    ('', 'impossible', 'Không thực hiện được', 'Cơ quan đã xem xét đề nghị về {noi}. Việc này không thực hiện được vì [lý do], căn cứ [quy định]. Quý vị có thể [cách khác].'),
    ('', 'answered', 'Giải đáp', 'Về điều Quý vị hỏi: [trả lời], căn cứ [quy định]. Quý vị có thể xem thêm tại [nơi].');

-- Closed cases that were called back (Giả định A-54), counted for the agency that had answered.
create table satisfaction_call (
    petition_code   text        not null references petition (code),
    round           smallint    not null,
    agency_code     text        not null,
    outcome         text        not null check (outcome in ('satisfied', 'not-fixed', 'unreachable')),
    called_by       text        not null,
    called_at       timestamptz not null,
    primary key (petition_code, round)
);
create index satisfaction_call_at on satisfaction_call (called_at) include (agency_code, outcome);
alter table report_row add column called_back bigint;
alter table report_row add column not_fixed bigint;
