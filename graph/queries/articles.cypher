// The articles, newest first, with how much was found in each.
// $limit: how many rows at most. Default: 100
MATCH (a:Article)
RETURN a.published AS published, a.publisher AS publisher, a.title AS title,
       COUNT { (a)-[:HAS_SENTENCE]->(:Sentence) } AS sentences,
       COUNT { (a)-[:FEATURES]->(:Entity) } AS entities,
       COUNT { (a)-[:HAS_SENTENCE]->(:Sentence)-[:EVIDENCES]->(:Event) } AS events,
       COUNT { (a)-[:HAS_SENTENCE]->(:Sentence)-[:EVIDENCES]->(:Statement) } AS statements, a.id AS id
ORDER BY published DESC, id
LIMIT $limit
