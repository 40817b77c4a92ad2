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
