# The PostgreSQL server of the benchmark; read by run.
#
# With PGHOST set, the server that libpq's variables (PGHOST, PGPORT, PGUSER, PGPASSWORD) name is used, whose user must
# be a superuser. Otherwise one is made in $data/postgres, with the binaries of PG_BIN, of pg_config or of the PATH, and
# stopped at the end.

# PostgreSQL refuses to run as root.
as_postgres() {
    if [[ $(id -u) -eq 0 ]]; then
        (cd / && runuser -u "${PG_RUN_AS:-postgres}" -- "$@")
    else
        "$@"
    fi
}

postgres_start() {
    if [[ -n ${PGHOST:-} ]]; then
        export PGPORT=${PGPORT:-5432} PGUSER=${PGUSER:-postgres}
        return
    fi
    if [[ -z ${PG_BIN:-} ]]; then
        PG_BIN=$(pg_config --bindir 2>/dev/null || dirname "$(command -v pg_ctl)")
    fi
    local home=$data/postgres
    export PGHOST=127.0.0.1 PGPORT=$((base_port + 9)) PGUSER=atlas
    if [[ ! -s $home/PG_VERSION ]]; then
        mkdir -p "$home"
        [[ $(id -u) -ne 0 ]] || chown "${PG_RUN_AS:-postgres}" "$home"
        as_postgres "$PG_BIN/initdb" --pgdata="$home" --username="$PGUSER" --auth=trust \
            --encoding=UTF8 --locale=C.UTF-8 >/dev/null
    fi
    # What one gives a small server of its own. Everything that decides on plans or safety and is not here (fsync,
    # synchronous_commit, jit, plan_cache_mode, random_page_cost) is as PostgreSQL has it.
    as_postgres "$PG_BIN/pg_ctl" --pgdata="$home" --log="$home/log" --wait --silent start --options="\
        -c listen_addresses=127.0.0.1 -c port=$PGPORT -c unix_socket_directories= \
        -c max_connections=200 -c shared_buffers=1GB -c effective_cache_size=4GB -c work_mem=16MB \
        -c maintenance_work_mem=512MB -c max_wal_size=8GB -c checkpoint_timeout=30min"
    postgres_is_ours=true
}

postgres_stop() {
    if [[ ${postgres_is_ours:-false} == true ]]; then
        as_postgres "$PG_BIN/pg_ctl" --pgdata="$data/postgres" --wait --silent --mode=fast stop
        postgres_is_ours=false
    fi
}

jdbc_url() {
    echo "jdbc:postgresql://$PGHOST:$PGPORT/$1"
}

sql() {
    PGOPTIONS=--client-min-messages=warning psql --no-psqlrc --quiet --no-align --tuples-only --dbname="$@"
}

# Whether there is a database that was loaded from the same.
has_database() {
    [[ $(sql postgres --command="select shobj_description(oid, 'pg_database') from pg_database
        where datname = '$1'") == "$2" ]]
}
