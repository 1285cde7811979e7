// How many events of each type there are in each month.
MATCH (e:Event)
WHERE e.date IS NOT NULL
WITH substring(e.date, 0, 7) AS month, e.type AS type
RETURN month, type, count(*) AS events
ORDER BY month, events DESC, type
