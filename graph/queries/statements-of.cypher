// What somebody says, newest first.
// $entity: a name of the person, government, organisation or place. Default: "Hamas"
// $limit: how many rows at most. Default: 50
MATCH (e:Entity)-[:SAID]->(st:Statement)
WHERE any(name IN e.names WHERE toLower(name) = toLower($entity))
MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)-[:EVIDENCES]->(st)
WITH e, st, min(a.published) AS published, min(s.text) AS sentence
RETURN e.name AS speaker, st.text AS statement, st.quoted AS quoted, published, sentence, st.id AS id
ORDER BY published DESC, id
LIMIT $limit
