# Footnote in a container: `docker build -t footnote .`; compose.yaml runs it with PostgreSQL. `npm run image` carries out
# these steps in an empty folder where no container engine is at hand.

FROM node:22-bookworm-slim AS build
WORKDIR /footnote
COPY package.json package-lock.json .npmrc ./
COPY packages/local-discord/package.json packages/local-discord/
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY locales locales
COPY packages packages
COPY src src
COPY commands commands
RUN npm run build
# What only builds and tests need stays behind.
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data HEALTH_PORT=9464
WORKDIR /footnote
# The code belongs to root, and the user who runs it may only read it.
COPY --from=build /footnote/package.json ./
COPY --from=build /footnote/node_modules node_modules
COPY --from=build /footnote/packages/local-discord/package.json packages/local-discord/
COPY --from=build /footnote/packages/local-discord/dist packages/local-discord/dist
COPY --from=build /footnote/dist dist
COPY locales locales
COPY models models
COPY seeds seeds
RUN install --directory --owner=node --group=node /data
USER node
VOLUME /data
EXPOSE 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/src/app/main.js"]
