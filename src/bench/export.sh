# Measures exports; sourced by run.

export_path="/v1/exports/startups?format=csv"

export_out() {
    curl -sf "$(server_url product_1m)$export_path" --output /dev/null || fail "the export failed"
}

copy_startups() {
    sql atlas_1m --command="copy startup to stdout with (format csv)" >/dev/null
}

# The live heap during an export in MiB: the maximum of several collections.
live_heap_while_exporting() {
    local pid most=0 alive
    export_out &
    pid=$!
    for ((i = 0; i < 3; i++)); do
        sleep 1
        kill -0 "$pid" 2>/dev/null || fail "the export was over before its memory was measured"
        alive=$(live_heap product_1m)
        most=$(awk -v a="$most" -v b="$alive" 'BEGIN { print (a > b ? a : b) }')
    done
    wait "$pid"
    echo "$most"
}

measure_export() {
    local last round one other
    last=$(sql atlas_1m --command="select count(*) from startup")
    : >"$out/rounds.tsv"
    for ((round = -1; round <= rounds; round++)); do
        one=$(seconds export_out)
        other=$(seconds copy_startups)
        if ((round < 1)); then
            continue # the first of a JVM is slow
        fi
        awk -v n="$last" -v a="$one" -v b="$other" 'BEGIN { printf "%.0f\t%.0f\t%.3f\n", n / a, n / b, b / a }' \
            >>"$out/rounds.tsv"
        say "export, round $round: $one, $other s for $last rows"
    done
    record "export as CSV" rows/s product "$(cut -f1 "$out/rounds.tsv" | median)" "psql copy" \
        "$(cut -f2 "$out/rounds.tsv" | median)" "$(cut -f3 "$out/rounds.tsv" | median)" '>=' 0.5
    other=$(live_heap product_1m)
    one=$(live_heap_while_exporting)
    record "live heap that an export adds" MiB "while it goes" "$one" before "$other" \
        "$(awk -v a="$one" -v b="$other" 'BEGIN { printf "%.3f", a - b }')" '<=' 32
}
