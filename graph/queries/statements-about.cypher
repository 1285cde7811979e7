// Who says what about a person, government, organisation, place or proposal.
// $about: a name of it. Default: "Philadelphi Corridor"
MATCH (st:Statement)-[:ABOUT]->(x)
WHERE any(name IN x.names WHERE toLower(name) = toLower($about))
OPTIONAL MATCH (e:Entity)-[:SAID]->(st)
WITH x, st, e ORDER BY e.name
WITH x, st, collect(DISTINCT e.name) AS speakers
MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)-[:EVIDENCES]->(st)
WITH x, st, speakers, a, s ORDER BY s.id
RETURN x.name AS about, speakers, st.text AS statement, st.quoted AS quoted, st.polarity AS polarity,
       a.published AS published, collect(s.text) AS sentences, st.id AS id
ORDER BY published, id, about
