// Statements that deny an event.
MATCH (node:Statement)-[:ABOUT]->(event:Event)
WHERE node.polarity = 'negative'
RETURN node, event
