// Who acts against whom: how often, of types such as ACCUSE, THREATEN, SANCTION, ASSAULT.
// $types: types of events. Default: ["ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
// $limit: how many rows at most. Default: 50
MATCH (a:Entity)-[:ACTOR_IN]->(ev:Event)<-[:RECIPIENT_OF]-(b:Entity)
WHERE ev.type IN $types AND ev.polarity = 'positive'
RETURN a.name AS actor, ev.type AS type, b.name AS recipient, count(DISTINCT ev) AS events
ORDER BY events DESC, actor, type, recipient
LIMIT $limit
