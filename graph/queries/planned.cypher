// Events that are planned, possible or demanded, by the date they are set for.
MATCH (s:Sentence)-[:EVIDENCES]->(ev:Event)
WHERE ev.modality IN ['planned', 'possible', 'demanded']
OPTIONAL MATCH (e:Entity)-[:ACTOR_IN]->(ev)
WITH s, ev, e ORDER BY e.name
RETURN ev.date AS date, ev.modality AS modality, ev.type AS type, collect(e.name) AS actors, s.text AS sentence, ev.id AS id
ORDER BY date, modality, id, sentence
