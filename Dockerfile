# The image of Startup Atlas.
#
#   docker build -t startup-atlas .                                # on embedded H2, data in the volume /data
#   docker build -t startup-atlas --build-arg DB=postgresql .      # on PostgreSQL, address in QUARKUS_DATASOURCE_JDBC_URL
#
# Either keeps its index of the search in the volume; a node on PostgreSQL that gets a new one builds it anew.

FROM maven:3.9-eclipse-temurin-25 AS build
# h2 or postgresql; Quarkus fixes the database when building.
ARG DB=h2
WORKDIR /build
COPY pom.xml ./
COPY src/main src/main
RUN mvn --batch-mode --quiet package -DskipTests -Dspotless.check.skip -Ddb="${DB}"

FROM eclipse-temurin:25-jre AS runtime
WORKDIR /app
COPY --from=build /build/target/quarkus-app ./
COPY src/main/docker ./bin
# The cache belongs to this very JVM and these very files, so it is made where it is used.
RUN groupadd --system atlas \
    && useradd --system --gid atlas --home-dir /app atlas \
    && mkdir /data \
    && chown atlas:atlas /data \
    && bash bin/train /app/startup-atlas.aot
ENV ATLAS_DATA_DIR=/data
VOLUME /data
USER atlas
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --retries=3 CMD ["bash", "/app/bin/healthcheck"]
ENTRYPOINT ["java", "-XX:AOTCache=/app/startup-atlas.aot", "-XX:MaxRAMPercentage=70", "-jar", "/app/quarkus-run.jar"]
