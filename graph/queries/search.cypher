// Sentences that hold some words, with what they name.
// $words: characters to look for, in any case. Default: "ceasefire"
// $limit: how many rows at most. Default: 25
MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)
WHERE toLower(s.text) CONTAINS toLower($words)
OPTIONAL MATCH (s)-[:MENTIONS]->(e)
WITH a, s, e ORDER BY e.name
RETURN a.published AS published, a.title AS article, s.text AS sentence, collect(DISTINCT e.name) AS names, s.id AS id
ORDER BY published, id
LIMIT $limit
