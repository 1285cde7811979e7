"""From which probability on a finding counts: near the best F1 on the held-out articles, kind by kind."""

MOST = 0.55
"""Of most kinds: what is less probable is wrong more often than right."""
ANCHOR = {
    "AID": 0.3,
    "CONCEDE": 0.35,
    "CONSULT": 0.45,
    "ASSAULT": 0.45,
    "SANCTION": 0.5,
    "MOBILIZE": 0.5,
    "REQUEST": 0.5,
    "COERCE": 0.55,
    "STATEMENT": 0.45,
    "OFFICE": 0.35,
    "FIGURE": 0.65,
    "PROPOSAL": 0.45,
    "STANCE:supports": 0.5,
    "STANCE:rejects": 0.5,
    "STANCE:doubts": 0.5,
}
ROLE = {
    "actor": 0.4,
    "recipient": 0.4,
    "place": 0.4,
    "holder": 0.3,
    "of": 0.4,
    "source": 0.3,
    "mediator": 0.5,
    "time": 0.35,
    "duration": 0.4,
}
LEAST_ROLE = 0.1
"""Candidates below this are not looked at."""
PAIR = 0.2
