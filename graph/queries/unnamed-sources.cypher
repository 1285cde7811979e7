// Statements by people whose name is not given ("a senior official").
MATCH (e:Entity)-[:SAID]->(st:Statement)
WHERE NOT e.named
MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)-[:EVIDENCES]->(st)
RETURN e.name AS speaker, st.text AS statement, a.publisher AS publisher, a.title AS article, s.text AS sentence, st.id AS id
ORDER BY article, id, sentence
