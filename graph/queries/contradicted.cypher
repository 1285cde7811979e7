// Statements that deny an event which an article tells as a fact, or that somebody else asserts.
MATCH (st:Statement)-[:ABOUT]->(ev:Event)
WHERE st.polarity = 'negative'
OPTIONAL MATCH (e:Entity)-[:SAID]->(st)
WITH st, ev, e ORDER BY e.name
WITH st, ev, collect(DISTINCT e.name) AS speakers
MATCH (s:Sentence)-[:EVIDENCES]->(st)
RETURN speakers, st.text AS statement, ev.type AS type, ev.trigger AS trigger, ev.modality AS modality, s.text AS sentence, st.id AS id
ORDER BY id, sentence
