// What two have to do with each other directly: events, statements and offices, with a sentence for each.
// $one: a name of the one. Default: "Antony Blinken"
// $other: a name of the other. Default: "Benjamin Netanyahu"
MATCH (a:Entity)-[r:ACTOR_IN|RECIPIENT_OF|SAID|GIVES]->(f)-[q:ACTOR_IN|RECIPIENT_OF|ABOUT|COUNTS]-(b:Entity)
WHERE any(name IN a.names WHERE toLower(name) = toLower($one)) AND any(name IN b.names WHERE toLower(name) = toLower($other))
  AND a.id <> b.id
MATCH (s:Sentence)-[:EVIDENCES]->(f)
RETURN DISTINCT a.name AS one, type(r) AS oneRole, coalesce(f.trigger, f.text, f.unit) AS fact, type(q) AS otherRole, b.name AS other,
       s.text AS sentence, f.id AS id
ORDER BY id, oneRole, otherRole, sentence
