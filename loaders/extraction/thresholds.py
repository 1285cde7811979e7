"""From which probability on a finding counts: the best F1 on the held-out articles, kind by kind."""

ANCHOR: dict[str, float] = {
    "AGREE": 0.4, "CONSULT": 0.4, "SUPPORT": 0.4, "COOPERATE": 0.4, "AID": 0.4, "RETREAT": 0.4, "REQUEST": 0.4, "ACCUSE": 0.4,
    "REJECT": 0.4, "THREATEN": 0.4, "PROTEST": 0.4, "SANCTION": 0.4, "MOBILIZE": 0.4, "COERCE": 0.4, "ASSAULT": 0.4,
    "CONCEDE": 0.4, "STATEMENT": 0.4, "OFFICE": 0.4, "FIGURE": 0.4, "PROPOSAL": 0.4,
    "STANCE:supports": 0.4, "STANCE:rejects": 0.4, "STANCE:doubts": 0.4,
}  # fmt: skip
ROLE: dict[str, float] = {
    "actor": 0.4, "recipient": 0.4, "place": 0.4, "holder": 0.3, "of": 0.4, "source": 0.4, "mediator": 0.5, "time": 0.4, "duration": 0.4,
}  # fmt: skip
LEAST_ROLE = min(0.1, *ROLE.values())
PAIR = 0.4
