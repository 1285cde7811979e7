// Entities and proposals by a name, sentences and statements by their text, that hold all the words, and how well.
CALL () {
  UNWIND $entities AS query
  CALL db.index.fulltext.queryNodes('entity_names', query) YIELD node
  WITH node WHERE any(label IN labels(node) WHERE label IN $labels)
  RETURN node
  UNION ALL
  UNWIND $proposals AS query
  CALL db.index.fulltext.queryNodes('proposal_names', query) YIELD node
  RETURN node
}
WITH node
WHERE NOT $dated OR EXISTS {
  MATCH (node)<-[:FEATURES]-(article:Article)
  WHERE article.published >= datetime($since) AND article.published < datetime($until)
}
UNWIND node.names AS text
WITH node, text, toLower(text) AS low
WHERE all(word IN $words WHERE low CONTAINS word)
WITH node, text,
     CASE WHEN low = $phrase THEN 0.9 WHEN low STARTS WITH $phrase THEN 0.7 WHEN low CONTAINS $phrase THEN 0.5 ELSE 0.3 END
     + 0.1 * size($phrase) / size(text) AS rank
ORDER BY rank DESC, text
WITH node, collect(text) AS texts, collect(rank) AS ranks
RETURN node, texts[0] AS text, ranks[0] AS rank
UNION ALL
CALL () {
  UNWIND $sentences AS query
  CALL db.index.fulltext.queryNodes('sentence_words', query) YIELD node
  WITH node
  WHERE NOT $dated OR EXISTS {
    MATCH (node)<-[:HAS_SENTENCE]-(article:Article)
    WHERE article.published >= datetime($since) AND article.published < datetime($until)
  }
  RETURN node
  UNION ALL
  UNWIND $statements AS query
  CALL db.index.fulltext.queryNodes('statement_words', query) YIELD node
  WITH node
  WHERE NOT $dated OR EXISTS {
    MATCH (node)<-[:EVIDENCES]-(:Sentence)<-[:HAS_SENTENCE]-(article:Article)
    WHERE article.published >= datetime($since) AND article.published < datetime($until)
  }
  RETURN node
}
WITH node, node.text AS text
RETURN node, text, CASE WHEN toLower(text) CONTAINS $phrase THEN 0.4 ELSE 0.2 END + 0.1 * size($phrase) / size(text) AS rank
