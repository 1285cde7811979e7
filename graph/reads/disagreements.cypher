// What several sources give different figures for: the same unit, state and date, for the same place or the same counted
// thing; where neither is known, in the same article.
MATCH (source:Entity)-[:GIVES]->(figure:Figure)
WHERE figure.unit IS NOT NULL
OPTIONAL MATCH (figure)-[:LOCATED_IN|COUNTS]->(thing)
OPTIONAL MATCH (figure)<-[:EVIDENCES]-(:Sentence)<-[:HAS_SENTENCE]-(article:Article)
WITH source, figure, coalesce(min(thing.id), min(article.id)) AS about
WITH source, figure, figure.unit AS unit, coalesce(figure.state, '') AS state, coalesce(figure.date, '') AS date, about
ORDER BY figure.value, figure.id
WITH unit, state, date, about, collect(DISTINCT figure) AS figures, count(DISTINCT source) AS sources,
     min(figure.value) AS least, max(figure.value) AS greatest
WHERE sources > 1 AND least <> greatest
RETURN unit, state, date, about, figures, least, greatest
