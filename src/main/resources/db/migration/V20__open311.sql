-- Programs that send and read by Open311 GeoReport v2 (ADR 0024): whose services they see, who they are, what they sent.

-- A city that is served at this address. Another one, with services of its own, is rows of these tables and nothing else.
create table jurisdiction (
    id              text        primary key,        -- as clients send it: jurisdiction_id
    home            boolean     not null default false, -- meant where a client names none; at most one
    from_tables     boolean     not null default false, -- its services are the fields of the deployed table, described by the rows
    contact         text        not null,           -- whom to ask about the interface
    contact_en      text        not null,
    key_service     text        not null,           -- how to get a key
    key_service_en  text        not null,
    changed_at      timestamptz not null default now()
);
create unique index jurisdiction_home on jurisdiction (home) where home;

create table service (
    jurisdiction_id text        not null references jurisdiction (id),
    code            text        not null check (code ~ '^[A-Za-z0-9_-]{1,60}$'),
    field           text,                           -- what it proposes to the operator; null: the field of that code
    name            text,                           -- null: the office's word for the field
    name_en         text,
    description     text,
    description_en  text,
    keywords        text,                           -- separated by commas
    keywords_en     text,
    group_name      text,                           -- null: the office's word for the field's category
    group_name_en   text,
    offered         boolean     not null default true, -- false: not for programs
    position        int         not null default 1000,
    changed_at      timestamptz not null default now(),
    primary key (jurisdiction_id, code)
);

create table service_attribute (
    jurisdiction_id text        not null references jurisdiction (id),
    service_code    text        not null default '', -- '': of every service
    code            text        not null check (code ~ '^[A-Za-z0-9_-]{1,60}$'),
    variable        boolean     not null default true, -- false: only told to the user, nothing to be filled in
    datatype        text        not null check (datatype in ('string', 'number', 'datetime', 'text', 'singlevaluelist',
                                                             'multivaluelist')),
    required        boolean     not null default false,
    position        int         not null,
    description     text        not null,
    description_en  text        not null,
    hint            text,                           -- datatype_description
    hint_en         text,
    meaning         text        check (meaning in ('area', 'urgency', 'occurred_at', 'consent')), -- null: told to the operator
    changed_at      timestamptz not null default now(),
    primary key (jurisdiction_id, service_code, code)
);

-- What may be chosen; of an attribute that means an area the directory's list of the day is taken.
create table service_value (
    jurisdiction_id text        not null,
    service_code    text        not null default '',
    attribute_code  text        not null,
    key             text        not null,
    name            text,                           -- null: the office's word, of an urgency
    name_en         text        not null,
    position        int         not null,
    primary key (jurisdiction_id, service_code, attribute_code, key),
    foreign key (jurisdiction_id, service_code, attribute_code)
        references service_attribute (jurisdiction_id, service_code, code)
);

-- Who may send. The key itself is shown once and never kept.
create table client_key (
    id              bigint      generated always as identity primary key,
    key_hash        text        not null unique,    -- SHA-256 of the key, hexadecimal
    name            text        not null,           -- of the program or its owner
    contact         text        not null,
    per_minute      int         check (per_minute > 0), -- what it may send a minute; null: as the house is set
    made_by         text        not null,
    made_at         timestamptz not null,
    revoked_by      text,
    revoked_at      timestamptz
);

-- What a program said with a petition it sent.
create table client_request (
    petition_code   text        primary key references petition (code),
    key_id          bigint      not null references client_key (id),
    jurisdiction_id text        not null references jurisdiction (id),
    service_code    text        not null,
    field           text,                           -- what the service proposes, with the category of that field
    category        text,
    account_id      text,
    device_id       text,
    media_url       text,                           -- as sent; this house never opens it
    digest          text        not null,           -- of all it sent, to know a repetition
    received_at     timestamptz not null
);
create index client_request_key on client_request (key_id, received_at);
create index client_request_repeated on client_request (key_id, digest, received_at);

-- What a program added to a petition in a citizen's name.
create table client_update (
    id              bigint      generated always as identity primary key,
    petition_code   text        not null references petition (code),
    key_id          bigint      not null references client_key (id),
    client_id       text        not null,           -- the program's own number of it, else the digest of its text
    received_at     timestamptz not null,
    unique (key_id, petition_code, client_id)
);

-- What everybody may read, in the order in which it is listed.
create index petition_published on petition (received_at desc, code desc) where consent_to_publish and not confidential;
create index petition_event_public on petition_event (at, id) where public_note is not null;

insert into jurisdiction (id, home, from_tables, contact, contact_en, key_service, key_service_en) values
('1022.haiphong.gov.vn', true, true,
 'Tổng đài 1022 thành phố Hải Phòng, điện thoại (0225) 1022, thư tongdai@1022.haiphong.gov.vn',
 'Hotline 1022 of Hai Phong City, telephone (+84 225) 1022, e-mail tongdai@1022.haiphong.gov.vn',
 'Xin khóa: gửi thư đến tongdai@1022.haiphong.gov.vn, nêu tên ứng dụng và người chịu trách nhiệm',
 'To get a key write to tongdai@1022.haiphong.gov.vn and name the application and who answers for it');

-- The Vietnamese names are the office's words; here is what they lack.
insert into service (jurisdiction_id, code, name_en, description, description_en, keywords, keywords_en, position)
select '1022.haiphong.gov.vn', code, name_en, description, description_en, keywords, keywords_en,
       row_number() over () * 10
  from (values
('dien', 'Electricity', 'Mất điện, dây điện đứt, cột điện nghiêng, tủ điện hở', 'Power cuts, broken wires, leaning poles, open boxes', 'mất điện, dây điện, cột điện', 'power cut, wire, pole'),
('cap_nuoc', 'Drinking water', 'Mất nước, nước yếu, nước đục, vỡ ống nước sạch', 'No water, low pressure, dirty water, burst mains', 'mất nước, nước đục, vỡ ống', 'water supply, burst pipe'),
('thoat_nuoc', 'Drainage and flooding', 'Ngập úng, cống tắc, mất nắp cống, hố ga hỏng', 'Flooded streets, blocked drains, missing covers', 'ngập, cống, hố ga', 'flood, drain, manhole'),
('chieu_sang', 'Street lighting', 'Đèn đường tắt, hỏng, sáng ban ngày', 'Street lights out, broken or burning by day', 'đèn đường, tối', 'street light, dark'),
('cay_xanh', 'Trees and parks', 'Cây đổ, cành gãy, cây cần cắt tỉa, công viên hư hỏng', 'Fallen trees, broken branches, parks in disrepair', 'cây đổ, cành cây, công viên', 'tree, branch, park'),
('duong_bo', 'Roads', 'Ổ gà, sụt lún, mặt đường hỏng, đường thi công dở dang', 'Potholes, subsidence, damaged surfaces, unfinished works', 'ổ gà, sụt lún, mặt đường', 'pothole, road'),
('cau', 'Bridges', 'Cầu hư hỏng, lan can, khe co giãn', 'Damaged bridges, railings, joints', 'cầu, lan can', 'bridge, railing'),
('bien_bao', 'Traffic signs', 'Biển báo mất, đổ, khuất, sai', 'Signs missing, fallen, hidden or wrong', 'biển báo, vạch kẻ', 'sign, marking'),
('den_tin_hieu', 'Traffic lights', 'Đèn tín hiệu giao thông hỏng, sai nhịp', 'Traffic lights broken or out of step', 'đèn giao thông, đèn đỏ', 'traffic light'),
('vien_thong', 'Telecommunication and post', 'Dây cáp chùng, đứt, tủ cáp hở, cột viễn thông nghiêng', 'Hanging cables, open cabinets, leaning poles', 'cáp, dây mạng', 'cable, internet'),
('de_dieu', 'Dykes and irrigation', 'Đê, kè sạt lở, kênh mương, cống đập', 'Dykes and banks giving way, canals, sluices', 'đê, kè, kênh', 'dyke, canal'),
('rac_thai', 'Waste and cleaning', 'Rác không thu gom, đổ trộm, điểm tập kết bẩn', 'Uncollected or dumped waste, dirty collection points', 'rác, vệ sinh', 'waste, rubbish'),
('o_nhiem', 'Pollution', 'Khói, bụi, mùi, xả thải ra môi trường', 'Smoke, dust, smell, discharges', 'khói, bụi, mùi, xả thải', 'smoke, dust, smell'),
('tieng_on', 'Noise', 'Tiếng ồn từ karaoke, cơ sở sản xuất, công trình', 'Noise of karaoke, workshops, building sites', 'ồn, karaoke', 'noise, karaoke'),
('trat_tu_do_thi', 'Pavements and urban order', 'Lấn chiếm vỉa hè, lòng đường, họp chợ, quảng cáo sai quy định', 'Pavements and roads taken over, street markets, illegal advertising', 'vỉa hè, lấn chiếm', 'pavement, street vendor'),
('trat_tu_xay_dung', 'Building control', 'Xây dựng trái phép, sai phép, công trình mất an toàn', 'Building without or against a permit, unsafe sites', 'xây trái phép', 'illegal building'),
('do_thi', 'Planning and public space', 'Quy hoạch, không gian công cộng, tên đường', 'Plans, public space, street names', 'quy hoạch', 'planning'),
('nha_o', 'Housing', 'Chung cư, nhà ở xuống cấp, quản lý vận hành', 'Apartment blocks, houses in disrepair, their management', 'chung cư, nhà ở', 'apartment, housing'),
('dat_dai', 'Land', 'Quản lý, sử dụng đất, cấp giấy chứng nhận', 'Management and use of land, certificates', 'đất, sổ đỏ', 'land'),
('an_ninh_trat_tu', 'Public order', 'Gây rối, trộm cắp, cờ bạc, ma túy', 'Disorder, theft, gambling, drugs', 'trộm, gây rối', 'theft, disorder'),
('giao_thong_vi_pham', 'Traffic offences', 'Xe quá tải, đỗ sai, chạy ẩu, ùn tắc', 'Overloaded or badly parked vehicles, reckless driving, jams', 'đỗ xe, quá tải, ùn tắc', 'parking, lorry, jam'),
('pccc', 'Fire and rescue', 'Nguy cơ cháy nổ, lối thoát nạn bị chặn. Đang cháy hãy gọi 114', 'Danger of fire, blocked exits. If it burns call 114', 'cháy, thoát nạn', 'fire, exit'),
('thong_tin_mang', 'Information on the net', 'Tin giả, tin xấu độc, trang mạng vi phạm', 'False or harmful information, offending pages', 'tin giả, mạng', 'fake news'),
('lua_dao', 'Fraud', 'Cuộc gọi, tin nhắn, trang mạng lừa đảo', 'Fraudulent calls, messages and pages', 'lừa đảo', 'fraud, scam'),
('van_tai', 'Public transport', 'Xe buýt, xe khách, taxi, bến xe, phà', 'Buses, coaches, taxis, stations, ferries', 'xe buýt, bến xe, phà', 'bus, taxi, ferry'),
('giao_duc', 'Education', 'Trường học, tuyển sinh, thu chi, dạy thêm', 'Schools, admission, fees, private lessons', 'trường, học phí', 'school'),
('y_te', 'Health', 'Bệnh viện, phòng khám, dịch bệnh', 'Hospitals, surgeries, epidemics', 'bệnh viện, dịch', 'hospital'),
('attp', 'Food safety', 'Thực phẩm bẩn, ngộ độc, cơ sở chế biến', 'Unsafe food, poisoning, food makers', 'thực phẩm', 'food'),
('lao_dong', 'Work', 'Lương, bảo hộ, tranh chấp lao động, việc làm', 'Wages, safety at work, disputes, jobs', 'lương, việc làm', 'wage, job'),
('nguoi_co_cong', 'Veterans and welfare', 'Chính sách người có công, trợ cấp xã hội', 'Benefits of people of merit, social benefits', 'trợ cấp', 'benefit'),
('tre_em', 'Children', 'Trẻ em bị bạo hành, bỏ rơi, đuối nước. Khẩn cấp gọi 111', 'Children abused, abandoned, in danger. In an emergency call 111', 'trẻ em', 'child'),
('bhxh', 'Social insurance', 'Đóng, hưởng bảo hiểm xã hội', 'Payments and benefits of social insurance', 'bảo hiểm xã hội', 'social insurance'),
('bhyt', 'Health insurance', 'Thẻ, thanh toán bảo hiểm y tế', 'Cards and payments of health insurance', 'bảo hiểm y tế', 'health insurance'),
('thue', 'Taxes', 'Nghĩa vụ thuế, hóa đơn, trốn thuế', 'Taxes, invoices, evasion', 'thuế, hóa đơn', 'tax'),
('thuong_mai', 'Trade and consumers', 'Hàng giả, giá cả, quyền người tiêu dùng', 'Counterfeits, prices, consumer rights', 'hàng giả, giá', 'price, consumer'),
('du_lich', 'Tourism', 'Dịch vụ du lịch, khách sạn, bãi biển', 'Tourist services, hotels, beaches', 'du lịch', 'tourism'),
('van_hoa', 'Culture and sports', 'Di tích, lễ hội, thể thao, quảng cáo', 'Monuments, festivals, sports', 'di tích, lễ hội', 'culture, sport'),
('hanh_chinh_cong', 'Public offices', 'Thủ tục hành chính, thái độ cán bộ, dịch vụ công trực tuyến', 'Procedures, conduct of officers, online services', 'thủ tục, cán bộ', 'procedure, officer'),
('quoc_phong', 'Defence, border and sea', 'Biên giới, biển đảo, nghĩa vụ quân sự', 'Border, sea and islands, military service', 'biển đảo', 'border, sea'),
('hien_ke', 'Suggestions', 'Góp ý xây dựng, phát triển thành phố', 'Ideas for the city', 'góp ý, hiến kế', 'idea, suggestion'),
('khong_ro', 'Something else', 'Việc khác; tổng đài viên sẽ chọn lĩnh vực', 'Anything else; an operator will find the field', 'khác', 'other')
  ) as shipped (code, name_en, description, description_en, keywords, keywords_en);

-- Complaints and denunciations have doors of their own by law; what reaches us as such is referred, never listed as a service.
insert into service (jurisdiction_id, code, offered)
select '1022.haiphong.gov.vn', code, false
  from unnest(array['khieu_nai', 'to_cao', 'tu_phap', 'tiep_cong_dan', 'chi_dao_cham']) as code;
update service
   set name = case code when 'khong_ro' then 'Việc khác' end,
       group_name = case code when 'khong_ro' then 'Việc khác' end,
       group_name_en = case when code in ('dien', 'cap_nuoc', 'thoat_nuoc', 'chieu_sang', 'cay_xanh', 'duong_bo', 'cau', 'bien_bao',
                                          'den_tin_hieu', 'vien_thong', 'de_dieu') then 'Infrastructure'
                            when code = 'hien_ke' then 'Suggestions'
                            when code = 'khong_ro' then 'Something else'
                            else 'Economy, culture, society, security' end
 where offered;
update service set group_name = 'Hiến kế xây dựng, bảo vệ, phát triển thành phố' where code = 'hien_ke';

insert into service_attribute (jurisdiction_id, code, datatype, position, description, description_en, hint, hint_en, meaning)
values
('1022.haiphong.gov.vn', 'area', 'singlevaluelist', 1, 'Địa bàn xảy ra sự việc', 'Where in the city it is',
 'Chọn quận, huyện, phường hoặc xã', 'Choose a district, ward or commune', 'area'),
('1022.haiphong.gov.vn', 'urgency', 'singlevaluelist', 2, 'Theo bạn, mức độ thế nào?', 'How pressing is it, as you see it?',
 'Tổng đài viên quyết định mức độ; nguy hiểm tính mạng hãy gọi 113, 114, 115',
 'An operator decides; where a life is in danger call 113, 114, 115', 'urgency'),
('1022.haiphong.gov.vn', 'occurred_at', 'datetime', 3, 'Xảy ra từ khi nào?', 'Since when?',
 'Ngày giờ theo ISO 8601, có múi giờ', 'Date and time by ISO 8601 with its zone', 'occurred_at'),
('1022.haiphong.gov.vn', 'publish', 'singlevaluelist', 4,
 'Đồng ý đăng công khai nội dung, không có thông tin cá nhân?', 'May it be published, without personal data?',
 'Không chọn nghĩa là không đồng ý', 'No choice means no', 'consent');
insert into service_value (jurisdiction_id, attribute_code, key, name, name_en, position) values
('1022.haiphong.gov.vn', 'urgency', 'urgent', null, 'Urgent', 1),
('1022.haiphong.gov.vn', 'urgency', 'ordinary', null, 'Ordinary', 2),
('1022.haiphong.gov.vn', 'urgency', 'complex', null, 'Complex', 3),
('1022.haiphong.gov.vn', 'publish', 'yes', 'Đồng ý', 'Yes', 1),
('1022.haiphong.gov.vn', 'publish', 'no', 'Không', 'No', 2);
