// Figures, such as killed or held, with who gives them (nobody: the article itself).
// $state: killed, held, released, displaced ..; null for all. Default: null
MATCH (s:Sentence)-[:EVIDENCES]->(f:Figure)
WHERE $state IS NULL OR f.state = $state
OPTIONAL MATCH (e:Entity)-[:GIVES]->(f)
WITH s, f, e ORDER BY e.name
WITH s, f, collect(e.name) AS sources
MATCH (a:Article)-[:HAS_SENTENCE]->(s)
RETURN f.state AS state, f.qualifier AS qualifier, f.value AS value, f.unit AS unit, f.date AS date, sources,
       a.publisher AS publisher, a.published AS published, s.text AS sentence, f.id AS id
ORDER BY state, unit, value, id, sentence
