// The articles that speak of somebody or something, and what they call it.
// $entity: a name of the person, government, organisation or place. Default: "Hamas"
MATCH (a:Article)-[f:FEATURES]->(e)
WHERE any(name IN e.names WHERE toLower(name) = toLower($entity))
RETURN e.name AS entity, f.names AS names, f.mentions AS mentions, a.published AS published, a.publisher AS publisher,
       a.title AS title, a.id AS id
ORDER BY published, id, entity
