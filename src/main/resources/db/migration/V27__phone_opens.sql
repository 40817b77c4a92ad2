-- Whether the last four digits of the sender's telephone show how a petition stands: not before the tables have looked at it,
-- and never what they, or an operator, take for a denunciation or a secret. What waits unclassified now is opened by
-- classifying it.
alter table petition add column phone_opens boolean not null default false;
update petition set phone_opens = true where state <> 'MOI' and not confidential;

-- What was told at once must not say that somebody has already passed it on.
update petition set told = btrim(replace(told, 'Tổng đài 1022 đã ghi nhận và ưu tiên chuyển đến lực lượng chức năng.', ''))
 where told like '%Tổng đài 1022 đã ghi nhận và ưu tiên chuyển đến lực lượng chức năng.%';

-- What forms after the answer copied of a confidential case; a database without an engine yet has nothing of it.
do $$
begin
    if to_regclass('public.act_ru_variable') is not null then
        update act_ru_variable v
           set text_ = case v.name_ when 'content'
                   then 'Hồ sơ mật. Nội dung và địa điểm chỉ có trong thẻ Hồ sơ; mỗi lần xem đều được ghi lại.' else '' end
          from act_ru_execution e join petition p on p.code = e.business_key_
         where e.id_ = v.proc_inst_id_ and p.confidential and v.name_ in ('content', 'place') and v.text_ <> '';
    end if;
end $$;
