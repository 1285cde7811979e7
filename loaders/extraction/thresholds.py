"""From which probability on a finding counts: near the best F1 on the held-out articles, kind by kind."""

MOST = 0.65
"""Of most kinds: what is less probable is wrong more often than right."""
RARE = {"AID": 0.3, "CONCEDE": 0.25, "SANCTION": 0.5, "MOBILIZE": 0.5, "COERCE": 0.5, "ASSAULT": 0.5, "REQUEST": 0.5}
"""Kinds that the model, which has seen few of them, gives low probabilities."""
OFTEN = {"OFFICE": 0.4, "STANCE:supports": 0.4, "STANCE:rejects": 0.4, "STANCE:doubts": 0.4}
ANCHOR = RARE | OFTEN
ROLE = {
    "actor": 0.4,
    "recipient": 0.45,
    "place": 0.45,
    "holder": 0.3,
    "of": 0.4,
    "source": 0.3,
    "mediator": 0.5,
    "time": 0.4,
    "duration": 0.4,
}
LEAST_ROLE = 0.1
"""Candidates below this are not looked at."""
PAIR = 0.2
