// Nodes of one kind that share a name or the last word of one: perhaps the same person or body, for a person to decide.
MATCH (a:Entity), (b:Entity)
WHERE a.id < b.id AND labels(a) = labels(b) AND a.named AND b.named
  AND any(name IN a.names WHERE name IN b.names)
RETURN a.name AS one, b.name AS other, [name IN a.names WHERE name IN b.names] AS shared, a.id AS id, b.id AS otherId
ORDER BY one, other, id, otherId
