// How two are connected through somebody between them: two events or statements, with the sentences.
// $one: a name of the one. Default: "Antony Blinken"
// $other: a name of the other. Default: "Yahya Sinwar"
// $limit: how many rows at most. Default: 25
MATCH (a:Entity)-[:ACTOR_IN|RECIPIENT_OF|SAID]->(f)-[:ACTOR_IN|RECIPIENT_OF|ABOUT|SAID]-(m:Entity)
WHERE any(name IN a.names WHERE toLower(name) = toLower($one)) AND m.id <> a.id
WITH DISTINCT a, f, m
MATCH (m)-[:ACTOR_IN|RECIPIENT_OF|SAID|ABOUT]-(g)-[:ACTOR_IN|RECIPIENT_OF|ABOUT|SAID]-(b:Entity)
WHERE any(name IN b.names WHERE toLower(name) = toLower($other)) AND b.id <> m.id AND b.id <> a.id AND g.id <> f.id
WITH DISTINCT a, f, m, g, b
MATCH (s:Sentence)-[:EVIDENCES]->(f)
MATCH (t:Sentence)-[:EVIDENCES]->(g)
RETURN a.name AS one, s.text AS sentence, m.name AS between, t.text AS nextSentence, b.name AS other
ORDER BY between, sentence, nextSentence
LIMIT $limit
