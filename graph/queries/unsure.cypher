// The facts that are least sure, for a person to check.
// $below: confidence under which a fact is shown, 0 to 1. Default: 0.5
// $limit: how many rows at most. Default: 50
MATCH (s:Sentence)-[r:EVIDENCES]->(f)
WHERE r.confidence < $below
RETURN r.confidence AS confidence, labels(f) AS labels, coalesce(f.type, '') AS type, r.trigger AS trigger, s.text AS sentence,
       r.rule AS rule, f.id AS id
ORDER BY confidence, id, sentence
LIMIT $limit
