# The servers that are measured, and their databases; read by run.

# Both get the same heap and the JVM's own choice of everything else.
java_flags=(-Xms256m -Xmx512m)

declare -A server_pid=()

server_url() {
    case $1 in
        product_36k) echo "http://127.0.0.1:$((base_port + 1))" ;;
        reference_36k) echo "http://127.0.0.1:$((base_port + 2))" ;;
        product_1m) echo "http://127.0.0.1:$((base_port + 3))" ;;
        reference_1m) echo "http://127.0.0.1:$((base_port + 4))" ;;
        loader_loading) echo "http://127.0.0.1:$((base_port + 5))" ;;
        routed_log) echo "http://127.0.0.1:$((base_port + 6))" ;;
        product_bundle) echo "http://127.0.0.1:$((base_port + 7))" ;;
        product_import) echo "http://127.0.0.1:$((base_port + 8))" ;;
    esac
}

server_home() {
    case $1 in
        product_*) echo "$product" ;;
        reference_*) echo "$out/reference/quarkus-app" ;;
        loader_loading) echo "$out/loader" ;;
        routed_log) echo "$out/routed-source/target/quarkus-app" ;;
    esac
}

# Where a server keeps the index of its search.
server_data() {
    echo "$out/data/$1"
}

# The environment of a server, for env(1).
server_environment() {
    local url
    url=$(server_url "$1")
    printf '%s\n' "QUARKUS_HTTP_HOST=127.0.0.1" "QUARKUS_HTTP_PORT=${url##*:}" \
        "ATLAS_DATA_DIR=$(server_data "$1")" \
        "QUARKUS_DATASOURCE_JDBC_URL=$(jdbc_url "atlas_${1##*_}")" "QUARKUS_DATASOURCE_USERNAME=$PGUSER" \
        "QUARKUS_DATASOURCE_PASSWORD=${PGPASSWORD:-}" "ATLAS_QUOTA_ANONYMOUS=0" \
        "ATLAS_CACHE_SIZE=${ATLAS_CACHE_SIZE:-0}" "ATLAS_ADMIN_KEY=${ATLAS_ADMIN_KEY:-$bench_key}" "ATLAS_SAMPLE_DATA=${ATLAS_SAMPLE_DATA:-true}"
}

# Starts a server and waits until it answers.
server_start() {
    local name=$1 path=/v1/startups?limit=1
    # The product is ready when it can search.
    [[ $name != product_* ]] || path=/q/health/ready
    mapfile -t environment < <(server_environment "$name")
    env "${environment[@]}" java "${java_flags[@]}" -jar "$(server_home "$name")/quarkus-run.jar" >"$out/$name.log" 2>&1 &
    server_pid[$name]=$!
    for ((i = 0; i < 6000; i++)); do
        if curl --silent --fail --output /dev/null "$(server_url "$name")$path"; then
            return
        fi
        kill -0 "${server_pid[$name]}" 2>/dev/null || fail "$name did not start; see $out/$name.log"
        sleep 0.2
    done
    fail "$name did not answer; see $out/$name.log"
}

server_stop() {
    if [[ -n ${server_pid[$1]:-} ]]; then
        kill "${server_pid[$1]}" 2>/dev/null || true
        wait "${server_pid[$1]}" 2>/dev/null || true
        unset "server_pid[$1]"
    fi
}

servers_stop() {
    local name
    for name in "${!server_pid[@]}"; do
        server_stop "$name"
    done
}

# The corpus through the product's own write path: a copy of the product whose bundled startups are followed by the
# corpus is started on an empty database, which it then fills in its one transaction.
database_36k() {
    local bundle=$out/loader-bundle/bundle jar
    say "loading the corpus (about half a minute)"
    rm -rf "$out/loader" "$out/loader-bundle"
    cp -r "$product" "$out/loader"
    mkdir -p "$bundle"
    cat "$repository/src/main/resources/bundle/startups.ndjson" "$startups" >"$bundle/startups.ndjson"
    jar=$(ls "$out"/loader/app/startup-atlas-*.jar)
    jar --update --file="$jar" -C "$out/loader-bundle" bundle/startups.ndjson
    database_begin template1
    # The one transaction is held in memory whole.
    local java_flags=(-Xmx4g)
    QUARKUS_TRANSACTION_MANAGER_DEFAULT_TRANSACTION_TIMEOUT=30m server_start loader_loading
    server_stop loader_loading
    sql atlas_loading --command="vacuum (analyze)"
    database_end atlas_36k "$(loaded_from)"
}

database_1m() {
    say "repeating it up to $rows rows (several minutes)"
    database_begin atlas_36k
    sql atlas_loading --set=rows="$rows" --file="$here/sql/multiply.sql"
    database_end atlas_1m "$(loaded_from) $rows"
}

# Names what the databases depend on: the migrations, the bundled data, and how the corpus becomes startups.
loaded_from() {
    find "$repository/src/main/resources/db" "$repository/src/main/resources/bundle" "$here/sql" \
        "$here/java/org/startupatlas/bench/Corpus.java" -type f | sort | xargs cat | sha256sum | cut -c1-16
}

# A database has its name only when it is complete, so that a load that broke off is done again.
database_begin() {
    sql postgres --command="drop database if exists atlas_loading" \
        --command="create database atlas_loading template $1"
}

database_end() {
    database_check atlas_loading
    sql postgres --command="drop database if exists $1" --command="alter database atlas_loading rename to $1" \
        --command="comment on database $1 is '$2'"
    say "$1 is loaded"
}

# Fails unless the data is what the product would have written.
database_check() {
    local figures
    figures=$(sql "$1" --file="$here/sql/check.sql")
    [[ $figures =~ ^[0-9]+(\|0)+$ ]] || fail "$1 is not as the product would have written it: $figures"
    say "$1 has ${figures%%|*} startups"
}
