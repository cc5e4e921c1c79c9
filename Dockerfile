# Two stages: the first has pip and the packages' downloads, the second only what runs.
#
#   docker build -t footnote .
#   docker run --rm footnote scripts.index --help
#
# What follows the image's name is a module of this repository; with nothing there, the bot starts.

FROM python:3.11-slim-bookworm AS packages

# CUDA builds are several GB of libraries that a machine without a graphics card never opens. This
# index is asked for torch alone; what torch needs comes with the other packages.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1

RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH

WORKDIR /build
# Only the list of packages: a change of code leaves this layer, and its download, as they are.
COPY pyproject.toml ./
RUN python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" \
        > packages.txt \
    && grep '^torch==' packages.txt > torch.txt \
    && pip install --no-deps --index-url "${TORCH_INDEX}" --requirement torch.txt \
    && pip install --requirement packages.txt


FROM python:3.11-slim-bookworm

LABEL org.opencontainers.image.title="Footnote" \
      org.opencontainers.image.description="A Discord bot that answers from published research articles, every sentence with a footnote" \
      org.opencontainers.image.licenses="Apache-2.0"

# A fixed number, so that whoever owns the volumes on the host can be told to be 10001.
RUN groupadd --gid 10001 footnote \
    && useradd --uid 10001 --gid footnote --no-create-home --home-dir /tmp --shell /usr/sbin/nologin footnote \
    && install -d -o footnote -g footnote -m 0750 /library /state

COPY --from=packages /opt/venv /opt/venv

WORKDIR /app
COPY pyproject.toml LICENSE ./
COPY index index
COPY bot bot
COPY scripts scripts
COPY shelf shelf

# The file system is read-only at run time, so what Python would write is written now.
RUN /opt/venv/bin/python -m compileall -q index bot scripts

# Everything the models need came with the packages: nothing is looked for on a hub.
ENV PATH=/opt/venv/bin:$PATH \
    HOME=/tmp \
    HF_HUB_OFFLINE=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    FOOTNOTE_LIBRARY=/library \
    FOOTNOTE_STATE=/state

USER 10001:10001
VOLUME ["/library", "/state"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=90s --retries=3 CMD ["python", "-m", "bot", "--health"]
ENTRYPOINT ["python", "-m"]
CMD ["bot"]
