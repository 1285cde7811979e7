// Organs, wings and members: what is part of what, and which places lie in which.
MATCH (a:Entity)-[r:PART_OF|WITHIN|GOVERNS]->(b:Entity)
RETURN a.name AS part, type(r) AS how, b.name AS whole, size(r.articles) AS articles, r.id AS id
ORDER BY how, whole, part, id
