"""The playground: GraphiQL in a browser, from this server alone, so that it works without the internet.

The files come from the package `graphene-django-graphiql-static` (BSD; GraphiQL and React in it: MIT), which has no
dependencies. It is never imported here, only found.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import cast

import orjson
from starlette.staticfiles import StaticFiles

PACKAGE = "graphene_django_graphiql_static"

QUERY = """\
# On the left: the docs, and the explorer, which ticks fields together.
# Ctrl-Space completes, Ctrl-Enter asks.
#
# Whom did they meet, where, and which sentence says so?
query Meetings {
  meetings(first: 5) {
    nodes {
      kind
      date
      duration
      actors {
        nodes {
          __typename
          name
        }
      }
      places {
        nodes {
          name
        }
      }
      evidence {
        text
        confidence
        article {
          title
        }
      }
    }
  }
}

# Who holds which office?
query Offices {
  offices(first: 20) {
    nodes {
      title
      status
      holder {
        name
      }
      of {
        name
      }
    }
  }
}

# Who accepts, rejects or doubts what?
query Stances {
  stances(first: 20) {
    nodes {
      holder {
        name
      }
      stance
      proposal {
        name
      }
      evidence {
        sentence {
          text
        }
      }
    }
  }
}
"""

PAGE = """\
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Newsgraph</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="{assets}/graphiql.min.css">
    <link rel="stylesheet" href="{assets}/style.css">
    <style>html, body, #playground {{ height: 100%; margin: 0; overflow: hidden }}</style>
  </head>
  <body>
    <div id="playground">Loading the playground …</div>
    <script src="{assets}/react.production.min.js"></script>
    <script src="{assets}/react-dom.production.min.js"></script>
    <script src="{assets}/graphiql.min.js"></script>
    <script src="{assets}/graphiql-plugin-explorer.umd.js"></script>
    <script>
      const fetcher = GraphiQL.createFetcher({{ url: location.pathname }});
      function Playground() {{
        const [query, onEditQuery] = React.useState({query});
        const explorer = GraphiQLPluginExplorer.useExplorerPlugin({{ query, onEdit: onEditQuery }});
        const options = {{ fetcher, query, onEditQuery, plugins: [explorer], defaultEditorToolsVisibility: false }};
        return React.createElement(GraphiQL, options);
      }}
      ReactDOM.render(React.createElement(Playground), document.getElementById("playground"));
    </script>
  </body>
</html>
"""


def page(assets: str) -> str:
    """The playground's page; its files lie under the path `assets`."""
    # "</" would end the script.
    return PAGE.format(assets=assets, query=orjson.dumps(QUERY).decode().replace("</", "<\\/"))


def files() -> StaticFiles:
    """The files that the page needs."""
    return StaticFiles(directory=folder())


def folder() -> Path:
    """Where the package keeps them. Raises FileNotFoundError if it is not installed."""
    spec = find_spec(PACKAGE)
    if spec is None:
        raise FileNotFoundError("The playground's files are missing: pip install graphene-django-graphiql-static")
    return Path(cast(list[str], spec.submodule_search_locations)[0]) / "static" / PACKAGE
