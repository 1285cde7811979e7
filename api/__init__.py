"""The API: GraphQL over the graph; one operation is one statement to the database."""
