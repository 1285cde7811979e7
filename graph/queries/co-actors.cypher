// Who acts together with whom, most often first.
// $limit: how many rows at most. Default: 50
MATCH (a:Entity)-[:ACTOR_IN]->(ev:Event)<-[:ACTOR_IN]-(b:Entity)
WHERE a.id < b.id AND ev.polarity = 'positive'
RETURN a.name AS one, b.name AS other, count(DISTINCT ev) AS events, count(DISTINCT ev.type) AS types
ORDER BY events DESC, one, other
LIMIT $limit
