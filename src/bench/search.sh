# Measures the relevance and speed of searches and counts; sourced by run.

judged=$here/search

# judged_quality SET SERVER TARGET: the test queries; those for tuning are reported beside them.
judged_quality() {
    local kind count first five mean target
    for kind in test tuning; do
        IFS=$'\t' read -r count first five mean < <(tool Judged "$1" "$(server_url "$2")" "$judged/$1.$kind.tsv")
        target=$([[ $kind == test ]] && echo "$3" || true)
        record "mean reciprocal rank, $1, $count $kind queries" "" "success@1" "$first" "success@5" "$five" "$mean" \
            '>=' "$target"
    done
}

# The ecosystem is judged as it is bundled, without the corpus.
measure_quality() {
    sql postgres --command="drop database if exists atlas_bundle" --command="create database atlas_bundle"
    server_start product_bundle
    judged_quality ecosystem product_bundle 0.90
    server_stop product_bundle
    judged_quality corpus product_36k 0.80
}

search_paths() {
    tool Judged paths "$(server_url product_36k)" "$judged/corpus.test.tsv" "$out/searches.txt" "$out/typed.txt"
}

measure_search() {
    local few many middle p99
    IFS=$'\t' read -r few many middle p99 < <(tool Driver growth "$(server_url product_36k)" \
        "$(server_url product_1m)" "$out/searches.txt" "$growth_rounds" "$out/growth-search.tsv")
    record "search with two filters, median of queries" ms "1m rows" "$many" "36k rows" "$few" "$middle" '<=' 3
    record "search with two filters, p99 of queries" ms "1m rows" "" "36k rows" "" "$p99" '<=' ''
}

measure_suggest() {
    local middle p99 list_middle list_p99
    IFS=$'\t' read -r middle p99 < <(tool Driver latency "$(server_url product_1m)" "$out/typed.txt" 3)
    IFS=$'\t' read -r list_middle list_p99 < <(tool Driver latency "$(server_url product_1m)" "$out/lists.txt" 1)
    record "suggest, 1m rows, p99" ms suggest "$p99" "filtered lists" "$list_p99" "$(ratio "$p99" "$list_p99")" '<=' 1
    record "suggest, 1m rows, median" ms suggest "$middle" "filtered lists" "$list_middle" \
        "$(ratio "$middle" "$list_middle")" '<=' ''
}

# What is counted of all records: again, behind a write, and by a filter that all satisfy, for which they are scanned.
measure_counts() {
    local counts='/v1/startups?limit=1&total=true&facets=sectors,country,status' again written scanned rest
    echo "$counts" >"$out/counts.txt"
    echo "$counts&version__gte=1" >"$out/scanned.txt"
    IFS=$'\t' read -r again rest < <(tool Driver latency "$(server_url product_1m)" "$out/counts.txt" 100)
    IFS=$'\t' read -r scanned rest < <(tool Driver latency "$(server_url product_1m)" "$out/scanned.txt" 5)
    IFS=$'\t' read -r written rest < <(tool Driver writes "$(server_url product_1m)" "$bench_key" "$counts" 50)
    record "total and facets of a million, again" ms kept "$again" scanned "$scanned" "$(ratio "$again" "$scanned")" \
        '<=' 0.1
    record "total and facets of a million, behind a write" ms kept "$written" scanned "$scanned" \
        "$(ratio "$written" "$scanned")" '<=' 0.1
}

# The index of a million records in a gibibyte of heap: alone, from the start of the process until it can search; and
# once more with the index that the first one has kept.
measure_index() {
    local java_flags=(-Xmx1g) folder began built kept size database
    folder=$(server_data product_1m)
    rm -rf "$folder"
    began=$(date +%s%N)
    server_start product_1m
    built=$((($(date +%s%N) - began) / 1000000))
    say "live heap with the index: $(live_heap product_1m) MiB"
    server_stop product_1m
    size=$(du --summarize --block-size=1M "$folder" | cut -f1)
    database=$(sql atlas_1m --command="select pg_database_size('atlas_1m') / 1048576")
    record "index of a million records" MiB index "$size" database "$database" "$(ratio "$size" "$database")" '<=' ''
    began=$(date +%s%N)
    server_start product_1m
    kept=$((($(date +%s%N) - began) / 1000000))
    record "start to ready, a million records" ms "index kept" "$kept" "index built" "$built" \
        "$(ratio "$kept" "$built")" '<=' ''
    server_stop product_1m
}
