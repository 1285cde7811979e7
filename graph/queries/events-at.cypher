// What happens in a place and in the places within it.
// $place: a name of the place. Default: "Gaza"
MATCH (p:Place)
WHERE any(name IN p.names WHERE toLower(name) = toLower($place))
MATCH (q:Place)-[:WITHIN*0..3]->(p)
MATCH (ev:Event)-[:LOCATED_IN]->(q)
MATCH (s:Sentence)-[:EVIDENCES]->(ev)
RETURN DISTINCT q.name AS place, ev.date AS date, ev.type AS type, ev.trigger AS trigger, ev.modality AS modality,
       s.text AS sentence, ev.id AS id
ORDER BY date, id, place, sentence
