-- +goose Up
-- Events without a place (messages that are not believed, purges, sign-ins under names nobody has) belong to the auditors of a whole
-- province. Null for everybody else, so that their lists are planned as before.
-- +goose StatementBegin
create function scope_placeless() returns bigint language sql stable parallel safe
as $$ select case when scope_hi() - scope_lo() >= 9999999999 then 0::bigint end $$;
-- +goose StatementEnd
alter policy audit_event_read on audit_event using (division between scope_lo() and scope_hi() or division = scope_placeless());

-- +goose Down
alter policy audit_event_read on audit_event using (division between scope_lo() and scope_hi());
drop function scope_placeless();
