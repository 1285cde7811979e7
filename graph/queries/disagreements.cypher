// Different numbers for the same thing, from different sources.
MATCH (a:Entity)-[:GIVES]->(f:Figure), (b:Entity)-[:GIVES]->(g:Figure)
WHERE a.id < b.id AND f.unit = g.unit AND f.value <> g.value
  AND coalesce(f.state, '') = coalesce(g.state, '') AND coalesce(f.date, '') = coalesce(g.date, '')
MATCH (s:Sentence)-[:EVIDENCES]->(f), (t:Sentence)-[:EVIDENCES]->(g)
RETURN f.state AS state, f.unit AS unit, a.name AS oneSource, f.value AS oneValue, s.text AS oneSentence,
       b.name AS otherSource, g.value AS otherValue, t.text AS otherSentence
ORDER BY state, unit, oneSource, otherSource, oneValue, otherValue, oneSentence, otherSentence
