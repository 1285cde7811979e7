// Who accepts, rejects or doubts a proposal, with the sentences that say so.
// $proposal: a name of the proposal, or part of one. Default: "proposal"
MATCH (e:Entity)-[r:SUPPORTS|REJECTS|DOUBTS]->(p:Proposal)
WHERE any(name IN p.names WHERE toLower(name) CONTAINS toLower($proposal))
OPTIONAL MATCH (s:Sentence)
WHERE s.id IN r.sentences
WITH p, e, r, s ORDER BY s.id
WITH p, e, r, collect(s.text) AS sentences
RETURN p.name AS proposal, e.name AS holder, toLower(type(r)) AS stance, sentences, r.confidences AS confidences, r.id AS id
ORDER BY proposal, holder, stance, id
