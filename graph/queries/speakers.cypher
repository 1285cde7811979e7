// Who is quoted or reported most, and how many of the statements are verbatim.
// $limit: how many rows at most. Default: 25
MATCH (e:Entity)-[:SAID]->(st:Statement)
RETURN e.name AS speaker, labels(e) AS labels, count(st) AS statements,
       sum(CASE WHEN st.quoted THEN 1 ELSE 0 END) AS verbatim, e.id AS id
ORDER BY statements DESC, speaker, id
LIMIT $limit
