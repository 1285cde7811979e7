// The events that something has a part in, with the part: the actor's before all others.
CALL () {
  MATCH (of:Entity {id: $of}) RETURN of
  UNION ALL
  MATCH (of:Proposal {id: $of}) RETURN of
}
MATCH (of)-[role:ACTOR_IN|RECIPIENT_OF|LOCATED_IN|DISCUSSED]-(node:Event)
WHERE node.date >= $since AND node.date <= $until
WITH node, collect(type(role)) AS roles
RETURN node, CASE WHEN 'ACTOR_IN' IN roles THEN 'ACTOR' WHEN 'RECIPIENT_OF' IN roles THEN 'RECIPIENT'
                  WHEN 'LOCATED_IN' IN roles THEN 'PLACE' ELSE 'TOPIC' END AS part
