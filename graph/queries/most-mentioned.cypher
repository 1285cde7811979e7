// Who and what is mentioned most, and in how many articles.
// $limit: how many rows at most. Default: 25
MATCH (a:Article)-[f:FEATURES]->(e:Entity)
RETURN e.name AS name, labels(e) AS labels, count(a) AS articles, sum(f.mentions) AS mentions, e.id AS id
ORDER BY mentions DESC, articles DESC, name, id
LIMIT $limit
