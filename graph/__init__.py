"""The graph: its model, its two databases, writing, reading and named queries."""
