# Samråd in a container: docker build -t samrad .
# The tag names one release of Debian 12, the same in both stages.

FROM docker.io/library/debian:12.12-slim AS build
WORKDIR /source
COPY deploy/setup.sh deploy/space.sh deploy/embed.sh deploy/
RUN apt-get update && apt-get install -y --no-install-recommends make && deploy/setup.sh build
COPY Makefile ./
COPY openapi openapi
COPY migrations migrations
COPY service service
RUN make build && strip build/release/samrad

FROM docker.io/library/debian:12.12-slim
RUN apt-get update \
	&& apt-get install -y --no-install-recommends libjansson4 libmicrohttpd12 libpq5 libsodium23 \
		libulfius2.7 libunistring2 \
	&& rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/apt /var/log/dpkg.log \
	&& groupadd --system --gid 10001 samrad \
	&& useradd --system --uid 10001 --gid samrad --no-create-home --home-dir / \
		--shell /usr/sbin/nologin samrad
COPY --from=build /source/build/release/samrad /usr/local/bin/
COPY examples /usr/share/samrad/examples
USER 10001:10001
# Inside a container there is nobody else on the network but who is let in.
ENV SAMRAD_LISTEN=0.0.0.0:8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["samrad", "ready"]
ENTRYPOINT ["samrad"]
CMD ["serve"]
