// The proposals: who puts them forward, whom they would bind, who mediates.
MATCH (p:Proposal)
OPTIONAL MATCH (a:Entity)-[:PROPOSED]->(p)
WITH p, a ORDER BY a.name
WITH p, collect(a.name) AS proposers
OPTIONAL MATCH (b:Entity)-[:PARTY_TO]->(p)
WITH p, proposers, b ORDER BY b.name
WITH p, proposers, collect(b.name) AS parties
OPTIONAL MATCH (c:Entity)-[:MEDIATES]->(p)
WITH p, proposers, parties, c ORDER BY c.name
RETURN p.name AS proposal, p.kind AS kind, proposers, parties, collect(c.name) AS mediators, p.names AS names, p.id AS id
ORDER BY proposal, id
