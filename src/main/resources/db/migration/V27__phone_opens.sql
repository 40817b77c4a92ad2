-- Whether the last four digits of the sender's telephone show how a petition stands: not before the tables have looked at it,
-- and never what they, or an operator, take for a denunciation or a secret. What waits unclassified now is opened by
-- classifying it.
alter table petition add column phone_opens boolean not null default false;
update petition set phone_opens = true where state <> 'MOI' and not confidential;

-- What was told at once must not say that somebody has already passed it on.
update petition set told = btrim(replace(told, 'Tổng đài 1022 đã ghi nhận và ưu tiên chuyển đến lực lượng chức năng.', ''))
 where told like '%Tổng đài 1022 đã ghi nhận và ưu tiên chuyển đến lực lượng chức năng.%';
