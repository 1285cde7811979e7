FROM python:3.11.14-slim-bookworm AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE NOTICE newsgraph.py ./
COPY LICENSES LICENSES
COPY api api
COPY graph graph
COPY loaders loaders
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --quiet .

FROM python:3.11.14-slim-bookworm
RUN useradd --create-home --uid 10001 newsgraph
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
USER newsgraph
WORKDIR /home/newsgraph
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["newsgraph"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
