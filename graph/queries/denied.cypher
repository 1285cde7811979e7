// Events that the text denies, or that somebody says did not happen.
MATCH (s:Sentence)-[:EVIDENCES]->(ev:Event)
WHERE ev.modality = 'denied' OR ev.polarity = 'negative'
OPTIONAL MATCH (e:Entity)-[:ACTOR_IN]->(ev)
WITH s, ev, e ORDER BY e.name
RETURN ev.type AS type, ev.trigger AS trigger, collect(e.name) AS actors, ev.date AS date, s.text AS sentence, ev.id AS id
ORDER BY id, sentence
