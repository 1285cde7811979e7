"""Written statements about how things are connected: by facts that are nodes, and by facts that are relationships.

A step leads from an entity or a proposal (what has a name) to another over a fact that joins them. Denied events join
nobody.
Each level of a search holds every node once, so a hub costs what it has facts, however many ways lead through it.
"""

ROLES = "ACTOR_IN|RECIPIENT_OF|LOCATED_IN|DISCUSSED|SAID|ABOUT|GIVES|COUNTS"
LINKS = "HOLDS_OFFICE|PART_OF|GOVERNS|WITHIN|SUPPORTS|REJECTS|DOUBTS|PROPOSED|PARTY_TO|MEDIATES|REVISES"
OWN = "HOLDS_OFFICE|PART_OF|GOVERNS|WITHIN|SUPPORTS|REJECTS|DOUBTS"
"""Facts that are relationships; the other LINKS belong to their proposal."""
TRUE = """any(label IN labels(fact) WHERE label IN $labels)
  AND coalesce(fact.modality, '') <> 'denied' AND (coalesce(fact.polarity, '') <> 'negative' OR fact:Statement)"""
STEP = f"""
CALL (x) {{
  MATCH (x)-[:{ROLES}]-(fact)-[:{ROLES}]-(y)
  WHERE {TRUE} AND y.name IS NOT NULL
  RETURN y, fact.id AS id
  UNION ALL
  MATCH (x)-[link:{LINKS}]-(y)
  WHERE type(link) IN $links
  RETURN y, link.id AS id
}}"""
"""From x to each y a step away, once for each fact."""

FACTS = f"""
MATCH ({{from}})-[:{ROLES}]-(fact)-[:{ROLES}]-({{to}})
WHERE {TRUE}
RETURN DISTINCT fact AS node, null AS edge, null AS start, null AS end, coalesce(fact.date, '') AS date, fact.id AS id
UNION ALL
MATCH ({{from}})-[link:{OWN}]-({{to}})
WHERE type(link) IN $links
RETURN null AS node, link AS edge, startNode(link) AS start, endNode(link) AS end, '' AS date, link.id AS id
UNION ALL
MATCH ({{from}})-[link:PROPOSED|PARTY_TO|MEDIATES|REVISES]-({{to}})
WHERE type(link) IN $links
WITH DISTINCT CASE WHEN {{from}}:Proposal THEN {{from}} ELSE {{to}} END AS node
RETURN node, null AS edge, null AS start, null AS end, '' AS date, node.id AS id
"""
"""The facts that join two nodes."""


LEVELS = {1: (1, 0), 2: (1, 1), 3: (2, 1), 4: (2, 2)}
"""How many steps a way of each length goes from its two ends until both searches meet."""
LONGEST = max(LEVELS)
"""Steps of a way at most: beyond, in news, everybody is connected with everybody."""


def _start(name: str, parameter: str) -> str:
    return f"""
CALL () {{
  MATCH ({name}:Entity {{id: ${parameter}}}) RETURN {name}
  UNION ALL
  MATCH ({name}:Proposal {{id: ${parameter}}}) RETURN {name}
}}"""


def _level(side: str, number: int, length: int) -> str:
    """All nodes a step beyond a level; none if a shorter way was found or `length` is more than is asked for."""
    mets = [f"met{n}" for n in range(1, length)]
    shorter = " + ".join(["0", *(f"size({met})" for met in mets)])
    return f"""
CALL ({", ".join([f"{side}{number - 1}", *mets])}) {{
  UNWIND CASE WHEN $longest < {length} OR {shorter} > 0 THEN [] ELSE {side}{number - 1} END AS x {STEP}
  RETURN collect(DISTINCT y) AS {side}{number}
}}"""


def _meeting(length: int) -> str:
    """The first nodes that both searches have reached. Each level has a node once."""
    left, right = (f"{side}{n}" for side, n in zip("lr", LEVELS[length], strict=True))
    return f"""
CALL ({left}, {right}) {{
  UNWIND {left} + {right} AS x
  WITH x, count(*) AS sides WHERE sides = 2
  WITH x ORDER BY x.id LIMIT $ways
  RETURN collect(x) AS met{length}
}}"""


def _back(side: str, number: int, after: str) -> str:
    """The first node of a level that is a step away from `after`, in a list; an empty one where there is none."""
    return f"""
CALL ({side}s, {after}) {{
  UNWIND {after} AS x {STEP}
  WITH coalesce({side}s[{number - 1}], []) AS level, collect(DISTINCT y) AS near
  UNWIND level + near AS z
  WITH z, count(*) AS sides WHERE sides = 2
  WITH z ORDER BY z.id LIMIT 1
  RETURN collect(z) AS {side}b{number}
}}"""


def _case(values: dict[int, str]) -> str:
    return " ".join(f"WHEN size(met{length}) > 0 THEN {value}" for length, value in values.items())


def _levels(side: str, place: int) -> str:
    """For each length the levels on the way back from the middle to an end."""
    return _case({
        length: "[" + ", ".join(f"{side}{n}" for n in range(steps[place] - 1, -1, -1)) + "]"
        for length, steps in LEVELS.items()
    })  # fmt: skip


WAYS = f"""
{_start("one", "one")}{_start("other", "other")}
WITH [one] AS l0, [other] AS r0
{_level("l", 1, 1)}{_meeting(1)}
{_level("r", 1, 2)}{_meeting(2)}
{_level("l", 2, 3)}{_meeting(3)}
{_level("r", 2, 4)}{_meeting(4)}
WITH CASE {_case({length: str(length) for length in LEVELS})} END AS length,
     CASE {_case({length: f"met{length}" for length in LEVELS})} ELSE [] END AS middles,
     CASE {_levels("l", 0)} END AS ls, CASE {_levels("r", 1)} END AS rs
UNWIND middles AS middle
WITH length, ls, rs, [middle] AS middle
{_back("l", 1, "middle")}{_back("l", 2, "lb1")}{_back("r", 1, "middle")}{_back("r", 2, "rb1")}
WITH length, lb2 + lb1 + middle + rb1 + rb2 AS nodes, head(middle).id AS id
RETURN length, [n IN range(0, length - 1) | [nodes[n], nodes[n + 1]]] AS hops, id
"""
"""The shortest ways between two nodes, each through another node in the middle; of several through one, the first."""


def _ring(distance: int) -> str:
    """The nodes a step beyond those seen so far, those that more facts join first."""
    seen = [f"l{n}" for n in range(distance)]
    return f"""
CALL ({", ".join(seen)}) {{
  UNWIND CASE WHEN $depth < {distance} THEN [] ELSE l{distance - 1} END AS x {STEP}
  WITH {" + ".join(seen)} AS seen, y, count(DISTINCT id) AS facts
  WHERE NOT y IN seen
  WITH y ORDER BY facts DESC, y.id
  RETURN collect(y) AS found
}}
WITH {", ".join(seen)}, found[0..$size - {" - ".join(f"size({each})" for each in seen)}] AS l{distance}"""


DEPTH = 3
"""Steps from the middle of a neighbourhood at most."""
AROUND = f"""
{_start("one", "one")}
WITH [one] AS l0
{"".join(_ring(distance) for distance in range(1, DEPTH + 1))}
WITH {" + ".join(f"l{n}" for n in range(DEPTH + 1))} AS nodes
CALL (nodes) {{
  UNWIND nodes AS x {STEP}
  WITH DISTINCT nodes, x, y
  WHERE x.id < y.id AND y IN nodes
  WITH x, y ORDER BY x.id, y.id
  RETURN collect([x, y]) AS hops
}}
RETURN nodes, hops
"""
"""The nodes round one, nearest and best connected first, and the pairs of them that facts join."""
