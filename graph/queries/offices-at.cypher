// Offices known at a date: the latest article up to then that names the holder.
// $date: ISO 8601 day. Default: "2024-12-31"
MATCH (p:Person)-[r:HOLDS_OFFICE]->(g:Entity)
MATCH (a:Article)
WHERE a.id IN r.articles AND a.published <= datetime($date + 'T23:59:59Z')
WITH p, r, g, max(a.published) AS known
RETURN g.name AS of, r.title AS title, p.name AS holder, r.status AS status, known, r.id AS id
ORDER BY of, title, known DESC, holder, id
