# Measures the speed of imports and their cost for other writers; sourced by run.

# The tables of startups and of their changes.
imported_tables=(startup startup_other_names startup_markets startup_provenance change)

# import_file DATABASE: all its startups, as a client would have them from an export, compressed. The large database's
# copies of an organisation have the ids of other registers in common, of which no two records may have the same, so each
# startup gets its own of the two registers whose ids have no checksum.
import_file() {
    sql "$1" --command="copy (
        select jsonb_set(document::jsonb, '{external_ids}', jsonb_build_object(
            'ror', null, 'wikidata', 'Q' || number, 'ice', null, 'isni', lpad(number::text, 16, '0'), 'fundref', null))
        from (select document, row_number() over (order by id) as number from startup) numbered
        order by number) to stdout with (format csv, quote e'\\x01', delimiter e'\\x02')" \
        | gzip -1 >"$out/import.ndjson.gz"
}

# import_job FIELD: a field of the job.
import_job() {
    curl -sf -H "Authorization: Bearer $bench_key" "$(server_url product_import)/v1/imports/$import_id" \
        | grep -o "\"$1\":[^,}]*" | head -1 | cut -d: -f2- | tr -d '"'
}

# Creates an empty database to import into, with settings.
import_database() {
    sql postgres --command="drop database if exists atlas_import" --command="create database atlas_import"
}

# Sends the file; the job is $import_id.
import_begin() {
    import_id=$(curl -sf -X POST -T "$out/import.ndjson.gz" -H "Authorization: Bearer $bench_key" \
        -H "Content-Type: application/gzip" "$(server_url product_import)/v1/imports/startups" \
        | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)
}

# The duration of the ended job.
import_seconds() {
    local began ended
    [[ $(import_job state) == "done" ]] || fail "the import ended as $(import_job state)"
    began=$(date -d "$(import_job started_at)" +%s%N)
    ended=$(date -d "$(import_job ended_at)" +%s%N)
    awk -v n=$((ended - began)) 'BEGIN { print n / 1e9 }'
}

# import_rate [SETTING…]: rows per second of the file, read in by a new node into an empty database with those settings.
import_rate() {
    local setting
    import_database
    for setting in "$@"; do
        sql postgres --command="alter database atlas_import set $setting"
    done
    ATLAS_SAMPLE_DATA=false server_start product_import
    import_begin
    while [[ $(import_job ended_at) == null ]]; do
        sleep 1
    done
    awk -v rows="$(import_job created)" -v seconds="$(import_seconds)" 'BEGIN { print rows / seconds }' \
        >"$out/import-rate.txt"
    read -r all_now long_now begun_now < <(import_batches)
    server_stop product_import
}

# The cost of commits of 20 ms, as with a synchronous replica or a network disk.
measure_commits() {
    local slow quick all_now long_now begun_now
    import_file atlas_36k
    import_rate
    quick=$(cat "$out/import-rate.txt")
    say "import: $quick rows/s in $all_now batches, $long_now of which lock the log for over 50 ms"
    import_rate "commit_delay = 20000" "commit_siblings = 0"
    slow=$(cat "$out/import-rate.txt")
    say "where commits take 20 ms: $slow rows/s in $all_now batches, $long_now of which lock the log for over 50 ms"
    record "import where commits take 20 ms" rows/s slow "$slow" quick "$quick" "$(ratio "$slow" "$quick")" '>=' 0.5
}

# The live heap. A native call of decompression can delay a collection, so that garbage is counted too; hence the minimum
# of two.
import_heap() {
    printf '%s\n' "$(live_heap product_import)" "$(live_heap product_import)" | sort -g | head -1
}

# The time that others wait for the lock on the log, in milliseconds, measured ten times a second until its connection
# is terminated.
import_probe() {
    printf '%s\n' '\timing on' 'select revision from log_head for update \watch 0.1' \
        | (PGAPPNAME=import-probe sql atlas_import 2>/dev/null || true) \
        | awk '/^Time:/ { print $2; fflush() }' >"$out/import-waits.txt"
}

# import_probe_stop PID: ends the measurement with the import.
import_probe_stop() {
    sql postgres --command="select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'import-probe'" >/dev/null
    wait "$1"
}

# import_batches: the number of batches of the node, of those that locked the log for over 50 ms, and of those that had
# locked it so long when their commit began.
import_batches() {
    curl -sf -H 'Accept: text/plain' "$(server_url product_import)/q/metrics" \
        | awk -v whole="atlas_changelog_lock_held_seconds_" -v before="atlas_changelog_lock_held_before_commit_seconds_" '
            index($1, whole "count") == 1 { all = $2 }
            index($1, whole "bucket{le=\"0.05\"") == 1 { short = $2 }
            index($1, before "count") == 1 { begun = $2 }
            index($1, before "bucket{le=\"0.05\"") == 1 { short_begun = $2 }
            END { if (begun == "" || all == "") exit 1; printf "%d %d %d\n", all, all - short, begun - short_begun }'
}

copy_in() {
    local table
    for table in "${imported_tables[@]}"; do
        sql atlas_import --command="\\copy bench_$table from '$out/import-$table.copy'"
    done
}

# The seconds that COPY takes for all tables, each time into empty ones.
import_copied() {
    local table
    for table in "${imported_tables[@]}"; do
        sql atlas_import --command="drop table if exists bench_$table" \
            --command="create table bench_$table (like $table including all)"
    done
    sql atlas_import --command="checkpoint"
    seconds copy_in
}

measure_import() {
    local import rows before during=0 heap probe copy table round
    local batches=0 long=0 begun=0 all_before=0 long_before=0 begun_before=0 all_now long_now begun_now
    say "writing the file to be imported"
    import_file atlas_1m
    import_database
    ATLAS_SAMPLE_DATA=false server_start product_import
    before=$(live_heap product_import)
    import_begin
    import_probe &
    probe=$!
    while [[ $(import_job ended_at) == null ]]; do
        sleep 60
        read -r all_now long_now begun_now < <(import_batches)
        batches=$((batches + all_now - all_before))
        long=$((long + long_now - long_before))
        begun=$((begun + begun_now - begun_before))
        heap=$(import_heap)
        # Pauses of the collections forced here, and recompilation after them, are not part of the import.
        sleep 5
        read -r all_before long_before begun_before < <(import_batches)
        during=$(awk -v a="$during" -v b="$heap" 'BEGIN { print (a > b ? a : b) }')
        say "imported $(import_job read) rows, $(import_job rows_per_second)/s, $heap MiB of live heap"
    done
    import_probe_stop "$probe"
    import=$(import_seconds)
    rows=$(sql atlas_import --command="select count(*) from startup")
    server_stop product_import
    for table in "${imported_tables[@]}"; do
        sql atlas_import --command="\\copy $table to '$out/import-$table.copy'"
    done
    # A single measurement varies by a third with the load of the disk.
    for round in 1 2 3; do
        import_copied
    done >"$out/import-copies.txt"
    copy=$(median <"$out/import-copies.txt")
    record "import" rows/s product "$(awk -v n="$rows" -v s="$import" 'BEGIN { print n / s }')" "psql copy" \
        "$(awk -v n="$rows" -v s="$copy" 'BEGIN { print n / s }')" "$(ratio "$copy" "$import")" '>=' 0.25
    record "live heap while importing" MiB during "$during" before "$before" "$(ratio "$during" "$before")" '<=' ''
    record "batches that lock the log for over 50 ms" batches over "$long" of "$batches" "$long" '<=' ''
    record "batches that have locked it so long when their commit begins" batches over "$begun" of "$batches" "$begun" '<=' ''
    sort -n "$out/import-waits.txt" >"$out/import-waits-sorted.txt"
    record "wait for the log while importing" ms p99 \
        "$(awk '{ a[NR] = $1 } END { print a[int(NR * 0.99) + (NR < 100)] }' "$out/import-waits-sorted.txt")" \
        greatest "$(tail -1 "$out/import-waits-sorted.txt")" 1 '<=' ''
}
