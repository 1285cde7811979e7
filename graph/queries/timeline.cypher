// What somebody does, and what is done to them, in order of time.
// $entity: a name of the person, government, organisation or place. Default: "Hamas"
MATCH (e:Entity)-[r:ACTOR_IN|RECIPIENT_OF]->(ev:Event)
WHERE any(name IN e.names WHERE toLower(name) = toLower($entity))
OPTIONAL MATCH (other:Entity)-[:ACTOR_IN|RECIPIENT_OF]->(ev)
WHERE other.id <> e.id
WITH e, r, ev, other ORDER BY other.name
WITH e, r, ev, collect(DISTINCT other.name) AS with
MATCH (s:Sentence)-[:EVIDENCES]->(ev)
WITH e, r, ev, with, s ORDER BY s.id
RETURN ev.date AS date, ev.type AS type, ev.trigger AS trigger, CASE type(r) WHEN 'ACTOR_IN' THEN 'actor' ELSE 'recipient' END AS role,
       with, ev.modality AS modality, ev.polarity AS polarity, collect(s.text) AS sentences, ev.id AS id
ORDER BY date, id, role
