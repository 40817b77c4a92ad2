-- The engine keeps its times without a zone. They are in UTC from now on, whatever zone the machine of a node is in
-- (ADR 0015); until now they were in that of the node. How far that was from UTC can be read from the cases: the register
-- knows with its zone when each was received, and its process began in the same moment. Stop all nodes before.
do $$
declare
    off   interval;
    times record;
begin
    if to_regclass('public.act_hi_procinst') is null then
        return;
    end if;
    select mode() within group (order by round(extract(epoch from
               process.start_time_ - (petition.received_at at time zone 'UTC')) / 900) * interval '15 minutes')
      into off
      from petition join public.act_hi_procinst process
        on process.business_key_ = petition.code and process.proc_def_key_ = 'petition-handling'
       and process.super_process_instance_id_ is null;
    if off is null or off = interval '0' then
        return;
    end if;
    raise notice 'The engine''s times are % from UTC: they are moved', off;
    for times in
        select table_name, string_agg(format('%1$I = %1$I - %2$L::interval', column_name, off), ', ') as moved
          from information_schema.columns
         where table_schema = 'public' and table_name like 'act\_%' and data_type = 'timestamp without time zone'
         group by table_name
    loop
        execute format('update public.%I set %s', times.table_name, times.moved);
    end loop;
end $$;
