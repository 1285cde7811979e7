// What a proposal contains, in order, by each article's account.
// $proposal: a name of the proposal, or part of one. Default: "proposal"
MATCH (p:Proposal)-[h:HAS_TERM]->(t:Term)
WHERE any(name IN p.names WHERE toLower(name) CONTAINS toLower($proposal))
RETURN p.name AS proposal, t.order AS order, t.text AS term, t.kind AS kind, t.duration AS duration,
       h.sentences AS sentences, p.id AS id
ORDER BY proposal, id, sentences, order, term
