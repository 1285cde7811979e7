// Whom a person met: where, when and for how long, with the sentences that say so.
// $person: a name of the person, in any case. Default: "Antony Blinken"
MATCH (p:Person)-[:ACTOR_IN]->(m:Meeting)
WHERE any(name IN p.names WHERE toLower(name) = toLower($person)) AND m.polarity = 'positive'
OPTIONAL MATCH (other:Entity)-[:ACTOR_IN|RECIPIENT_OF]->(m)
WHERE other.id <> p.id
WITH p, m, other ORDER BY other.name, other.id
WITH p, m, collect(DISTINCT other.name) AS with
OPTIONAL MATCH (m)-[:LOCATED_IN]->(place:Place)
WITH p, m, with, place ORDER BY place.name
WITH p, m, with, collect(DISTINCT place.name) AS places
MATCH (s:Sentence)-[:EVIDENCES]->(m)
WITH p, m, with, places, s ORDER BY s.id
RETURN p.name AS person, with, places, m.date AS date, m.duration AS duration, m.kind AS kind,
       m.modality AS modality, collect(s.text) AS sentences, m.id AS id
ORDER BY date, id
