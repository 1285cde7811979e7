// The sentences that a fact rests on (event, statement, figure, proposal, office, stance ..), with its rule and confidence.
// $id: id of the fact, as other queries give it.
MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)-[r:EVIDENCES]->(f)
WHERE f.id = $id
RETURN a.title AS article, a.published AS published, s.text AS sentence, r.start AS start, r.end AS end, r.trigger AS trigger,
       r.rule AS rule, r.version AS version, r.confidence AS confidence
ORDER BY published, start, end
UNION ALL
MATCH ()-[r:HOLDS_OFFICE|PART_OF|GOVERNS|WITHIN|SUPPORTS|REJECTS|DOUBTS]->()
WHERE r.id = $id
UNWIND range(0, size(r.sentences) - 1) AS i
MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)
WHERE s.id = r.sentences[i]
RETURN a.title AS article, a.published AS published, s.text AS sentence, r.starts[i] AS start, r.ends[i] AS end,
       r.triggers[i] AS trigger, r.rules[i] AS rule, r.versions[i] AS version, r.confidences[i] AS confidence
ORDER BY published, start, end
