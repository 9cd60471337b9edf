# Measures the log, writes and cached responses; sourced by run.

hot_list="/v1/startups?sectors=fintech&sort=-founded_year&limit=50"

# The product with one more class in it: the route that it is measured against.
build_routed() {
    local source=$out/routed-source
    say "building the product with the route it is measured against"
    rm -rf "$source"
    mkdir -p "$source/src/main/java/org/startupatlas/bench"
    cp "$repository/pom.xml" "$source"
    cp -r "$repository/src/main" "$source/src"
    cp "$here/route/HotRoute.java" "$source/src/main/java/org/startupatlas/bench"
    (cd "$source" && mvn -q -DskipTests -Dspotless.check.skip=true -Ddb=postgresql package)
}

# A copy of the small database, because it is written to.
start_routed() {
    sql postgres --command="drop database if exists atlas_log" \
        --command="create database atlas_log template atlas_36k"
    ATLAS_CACHE_SIZE=32 ATLAS_ADMIN_KEY=$bench_key server_start routed_log
}

# wrk_path SERVER PATH [HEADER]: requests per second of one path; fails if any request failed.
wrk_path() {
    local result
    result=$(wrk -t1 -c16 -d5s --timeout 60s "$(server_url "$1")$2" ${3:+-H "$3"})
    if grep -qE 'Socket errors|Non-2xx' <<<"$result" && [[ -z ${3:-} ]]; then
        fail "$1$2: failed requests: $result"
    fi
    awk '/^Requests\/sec/ { print $2 }' <<<"$result"
}

# against_route NAME PATH ROUTE TARGET [HEADER]: an answer and the route that writes the same, in turn.
against_route() {
    local name=$1 path=$2 route=$3 target=$4 header=${5:-} round one other
    : >"$out/rounds.tsv"
    for ((round = -1; round <= rounds; round++)); do
        one=$(wrk_path routed_log "$path" "$header")
        other=$(wrk_path routed_log "$route" "$header")
        if ((round < 1)); then
            continue # the first requests of a JVM are slow
        fi
        printf '%s\t%s\t%s\n' "$one" "$other" "$(ratio "$one" "$other")" >>"$out/rounds.tsv"
        say "$name, round $round: $one, $other requests/s"
    done
    record "$name" requests/s product "$(cut -f1 "$out/rounds.tsv" | median)" route \
        "$(cut -f2 "$out/rounds.tsv" | median)" "$(cut -f3 "$out/rounds.tsv" | median)" '>=' "$target"
}

measure_hot() {
    local tag
    tag=$(curl -sf "$(server_url routed_log)/bench/learn?$hot_list")
    against_route "hot list" "$hot_list" /bench/hot 0.8
    against_route "hot list, 304" "$hot_list" /bench/unchanged 0.9 "If-None-Match: $tag"
}

measure_writes() {
    local round one other document
    sql atlas_log --command="create table bench_startup (like startup including all)" \
        --command="create table bench_change (like change including all)" \
        --command="create table bench_head (like log_head including all)" \
        --command="insert into bench_head select * from log_head" \
        --command="insert into bench_startup select * from startup" \
        --command="insert into bench_change select * from change" --command="vacuum analyze"
    document=$(curl -sf "$(server_url routed_log)/v1/startups?limit=1" | sed 's/^{"data":\[\(.*\)\],"page".*/\1/; s/'"'"'//g')
    : >"$out/rounds.tsv"
    for ((round = -5; round <= rounds; round++)); do
        one=$(wrk -t1 -c8 -d10s --timeout 60s -s "$here/wrk/writes.lua" "$(server_url routed_log)" -- "$bench_key" \
            "$RANDOM$round" | awk '/^RESULT/ { if ($4 > 0) exit 1; print $2 / $3 * 1e6 }') || fail "failed writes"
        other=$("${PG_BIN:+$PG_BIN/}pgbench" --no-vacuum --client=8 --jobs=1 --time=10 --protocol=prepared \
            --define=document="'$document'" --file="$here/sql/write.pgbench" atlas_log 2>/dev/null \
            | awk '/^tps/ { print $3; exit }')
        if ((round < 1)); then
            continue # a write runs so much code that a JVM takes most of a minute to compile it
        fi
        printf '%s\t%s\t%s\n' "$one" "$other" "$(ratio "$one" "$other")" >>"$out/rounds.tsv"
        say "writes, round $round: $one, $other writes/s"
    done
    record "single writes" writes/s product "$(cut -f1 "$out/rounds.tsv" | median)" pgbench \
        "$(cut -f2 "$out/rounds.tsv" | median)" "$(cut -f3 "$out/rounds.tsv" | median)" '>=' 0.5
}

# seconds COMMAND…: how long it takes.
seconds() {
    local start end
    start=$(date +%s%N)
    "$@"
    end=$(date +%s%N)
    awk -v n=$((end - start)) 'BEGIN { print n / 1e9 }'
}

copy_out() {
    sql atlas_log --command="copy (select revision, at, op, resource, record_id, version, changed, written_by, \
        merged_into, document from change order by revision) to stdout" >"$out/changes.copy"
}

# All changes so far, by the stream, until the id of the last. It would go on, so that it is ended.
stream_out() {
    local stream
    exec {stream}< <(exec curl -sN "$(server_url routed_log)/v1/changes/stream?since=0")
    local pid=$!
    grep --quiet --line-regexp --max-count=1 "id: $1" <&"$stream" || fail "the stream ended before change $1"
    kill "$pid"
    exec {stream}<&-
}

measure_feed() {
    local last round one other
    last=$(sql atlas_log --command="select revision from log_head")
    : >"$out/rounds.tsv"
    for ((round = -1; round <= rounds; round++)); do
        one=$(seconds stream_out "$last")
        other=$(seconds copy_out)
        if ((round < 1)); then
            continue
        fi
        awk -v n="$last" -v a="$one" -v b="$other" 'BEGIN { printf "%.0f\t%.0f\t%.3f\n", n / a, n / b, b / a }' \
            >>"$out/rounds.tsv"
        say "feed, round $round: $one, $other s for $last changes"
    done
    record "feed" changes/s stream "$(cut -f1 "$out/rounds.tsv" | median)" "psql copy" \
        "$(cut -f2 "$out/rounds.tsv" | median)" "$(cut -f3 "$out/rounds.tsv" | median)" '>=' 0.5
}
