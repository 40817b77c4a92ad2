-- Programs ask whether text and pictures may be published; whoever answered the older question agreed to a text.
update service_attribute
   set description = 'Đồng ý đăng công khai nội dung và ảnh, không có thông tin cá nhân?',
       description_en = 'May text and pictures be published, without personal data?',
       changed_at = now()
 where jurisdiction_id = '1022.haiphong.gov.vn' and code = 'publish' and meaning = 'consent';

-- How often somebody knocks, for all nodes together: when a bucket of a minute's knocks is full again. Who it is stands here as
-- a number. Nobody misses it after a crash, so nothing of it is written twice.
create unlogged table knock (
    who     bigint      primary key,
    full_at timestamptz not null
) with (fillfactor = 50);
