-- The month figures of standard.sla.json in DuckDB's SQL: what a careful analyst would write.
-- $FILE stands for the export, $AS_OF for the local time the score is taken at.
-- Local times are taken as they stand, so real time is off by an hour where clocks change
-- in between; opening hours never meet a change.

-- @step load
create temp table leads as
select
  created_at, mql_at, assigned_at, contacted_at, sql_at, rejected_at, amount,
  reason is not null as has_reason,
  not free_mail as business_address,
  20 * (employees >= 50)::int
    + 10 * (country in ('United States', 'Canada', 'Germany'))::int
    + 15 * (contains(lower(title), 'vp') or contains(lower(title), 'director')
        or contains(lower(title), 'head'))::int
    + 15 * (views >= 8 or demo)::int
    - 20 * free_mail::int >= 30 as qualified
from (
  select *, lower(split_part(email, '@', 2)) in ('gmail.com', 'yahoo.com', 'hotmail.com')
      as free_mail
  from read_csv('$FILE', header = true, auto_detect = false, delim = ',', quote = '"',
    escape = '"', new_line = '\n', nullstr = '', columns = {
      'id': 'VARCHAR', 'first_name': 'VARCHAR', 'last_name': 'VARCHAR', 'email': 'VARCHAR',
      'title': 'VARCHAR', 'company': 'VARCHAR', 'country': 'VARCHAR', 'employees': 'DOUBLE',
      'views': 'DOUBLE', 'demo': 'BOOLEAN', 'source': 'VARCHAR', 'owner': 'VARCHAR',
      'created_at': 'TIMESTAMP', 'mql_at': 'TIMESTAMP', 'assigned_at': 'TIMESTAMP',
      'contacted_at': 'TIMESTAMP', 'sql_at': 'TIMESTAMP', 'rejected_at': 'TIMESTAMP',
      'reason': 'VARCHAR', 'amount': 'DOUBLE'}));

-- One row a date: seconds of opening time before it, its opening and closing second, and when
-- the next working day closes.
-- @step days
create temp table days as
with dates as (
  select day::date as day, isodow(day) as dow,
    day::date in ('2025-01-01', '2025-07-04', '2025-11-27', '2025-12-25') or isodow(day) > 5
      as closed
  from generate_series(timestamp '2024-11-01', timestamp '2026-02-28', interval 1 day) t(day)
), hours as (
  select day, closed, if(closed, 0, 9 * 3600) as opens,
    if(closed, 0, if(dow = 5, 16 * 3600, 17 * 3600 + 1800)) as closes
  from dates
)
select day, opens, closes,
  coalesce(sum(closes - opens) over (order by day rows between unbounded preceding
    and 1 preceding), 0)::bigint as opened_before,
  first(if(closed, null, day + to_seconds(closes)) ignore nulls) over (order by day
    rows between 1 following and unbounded following) as next_close
from hours;

-- @step m1
select month(mql_at) as month, count(*) as value
from leads where qualified and year(mql_at) = 2025 group by 1 order by 1;

-- @step m2
select month(created_at) as month, count(*) as population,
  count(*) filter (business_address) as met
from leads where year(created_at) = 2025 group by 1 order by 1;

-- @step s1
with clock as (
  select month(assigned_at) as month, contacted_at is not null as touched,
    contacted_at < assigned_at as negative,
    (b.opened_before + greatest(least(epoch(coalesce(contacted_at, timestamp '$AS_OF')
       - b.day::timestamp), b.closes) - b.opens, 0))
    - (a.opened_before + greatest(least(epoch(assigned_at - a.day::timestamp), a.closes)
       - a.opens, 0)) <= 7200 as in_time
  from leads
  join days a on a.day = assigned_at::date
  join days b on b.day = coalesce(contacted_at, timestamp '$AS_OF')::date
  where qualified and year(assigned_at) = 2025
)
select month,
  count(*) filter (touched and not negative and in_time) as met,
  count(*) filter (case when touched then not negative and not in_time else not in_time end)
    as failed,
  count(*) filter (not touched and in_time) as pending,
  count(*) filter (negative) as left_out
from clock group by 1 order by 1;

-- @step s2
select month(created_at) as month,
  count(*) filter (contacted_at between created_at and created_at + interval 24 hour) as met,
  count(*) filter (coalesce(contacted_at, timestamp '$AS_OF') > created_at + interval 24 hour)
    as failed,
  count(*) filter (contacted_at is null
    and timestamp '$AS_OF' <= created_at + interval 24 hour) as pending,
  count(*) filter (contacted_at < created_at) as left_out
from leads where year(created_at) = 2025 group by 1 order by 1;

-- @step s3
select month(mql_at) as month,
  count(*) filter (contacted_at between mql_at and next_close) as met,
  count(*) filter (coalesce(contacted_at, timestamp '$AS_OF') > next_close) as failed,
  count(*) filter (contacted_at is null and timestamp '$AS_OF' <= next_close) as pending,
  count(*) filter (contacted_at < mql_at) as left_out
from leads join days on day = mql_at::date
where year(mql_at) = 2025 group by 1 order by 1;

-- @step s4
select month(rejected_at) as month, count(*) as population,
  count(*) filter (has_reason) as met
from leads where year(rejected_at) = 2025 group by 1 order by 1;

-- @step s5
select month(sql_at) as month, count(*) as population, coalesce(sum(amount), 0) as value
from leads where year(sql_at) = 2025 group by 1 order by 1;

-- @step b1
select month(created_at) as month, count(*) filter (sql_at >= created_at) as population,
  count(*) filter (sql_at is null or sql_at < created_at) as left_out,
  median(epoch(sql_at - created_at) / 3600) filter (sql_at >= created_at) as value
from leads where year(created_at) = 2025 group by 1 order by 1;
