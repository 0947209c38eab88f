# Builds the page and serves it by nginx, without rights and without a log: docker build -t yuntian . && docker run -p 8080:8080 yuntian
# A district's own settings and forms lie in forms/ when the image is built (docs/deploy.md).

FROM rust:1.95-bookworm AS build
# Debian's Node is older than the tools want; npm comes with this one.
COPY --from=node:22-bookworm-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:22-bookworm-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /yuntian
COPY . .
# The day that the page names as that of its catalogue: --build-arg SOURCE_DATE_EPOCH=$(git log -1 --format=%ct -- forms)
ARG SOURCE_DATE_EPOCH
RUN make dist

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends nginx-light libnginx-mod-http-brotli-static \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /yuntian/web/deploy/nginx.conf /etc/nginx/nginx.conf
COPY --from=build /yuntian/dist /srv/yuntian
USER www-data
EXPOSE 8080
HEALTHCHECK CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080"]
CMD ["nginx", "-e", "stderr", "-g", "pid /tmp/nginx.pid; daemon off;"]
