// Who holds which office, where, and in how many articles it is said.
// $of: a name of the government or organisation; null for all. Default: null
MATCH (p:Person)-[r:HOLDS_OFFICE]->(g:Entity)
WHERE $of IS NULL OR any(name IN g.names WHERE toLower(name) = toLower($of))
RETURN p.name AS holder, r.title AS title, g.name AS of, r.status AS status, size(r.articles) AS articles, r.id AS id
ORDER BY of, title, holder, status, id
