# deskcheck and its packs, without a compiler: the README says how to use it.
FROM debian:12-slim AS build
WORKDIR /deskcheck
COPY . .
RUN CI=true scripts/package /packages

FROM debian:12-slim
COPY --from=build /packages/ /packages/
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends /packages/*.deb \
 && rm -rf /packages /var/lib/apt/lists/*
# Papers are hostile: nobody who reads them is root, within a container either.
RUN useradd --create-home --uid 1000 deskcheck
USER deskcheck
WORKDIR /papers
ENTRYPOINT ["deskcheck"]
CMD ["--help"]
