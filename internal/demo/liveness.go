package demo

// livenessAuthorisations lets most of those on benefit have authorised proofs of life (活体认证), so that a campaign has both: people
// who are invited and people who are visited. The numbers stand apart from those that are given later.
const livenessAuthorisations = `insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, signed_on, valid_from, created_at)
select p.id, gen_random_uuid(), p.division, format('SQ-%s-H%s', p.division / 1000000, lpad(row_number() over (partition by p.division / 1000000 order by p.id)::text, 6, '0')),
  'liveness', '{*}', 'online', p.name, c.since, c.since, c.since::timestamp at time zone 'Asia/Shanghai'
from person p join (select person_id, min(since) as since from category where until is null group by person_id) c on c.person_id = p.id
where p.death_date is null and abs(hashtextextended(p.id::text, 5)) % 100 < 85 and p.birth <= c.since - interval '18 years' and c.since <= $1::date`
