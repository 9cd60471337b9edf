package org.startupatlas.write.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.startupatlas.database.WriteSerializer;

/** Deletes expired idempotency keys periodically, so that no write has to. */
@Singleton
final class IdempotencyCleanup {

    private static final Logger LOG = Logger.getLogger(IdempotencyCleanup.class);

    private final IdempotencyRepository keys;
    private final WriteSerializer writeSerializer;
    private final Duration interval;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "idempotency-cleanup"));

    IdempotencyCleanup(
            IdempotencyRepository keys,
            WriteSerializer writeSerializer,
            @ConfigProperty(name = "atlas.idempotency-cleanup") Duration interval) {
        this.keys = keys;
        this.writeSerializer = writeSerializer;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::clean, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void clean() {
        try {
            writeSerializer.take(() -> QuarkusTransaction.requiringNew().run(keys::deleteExpired));
        } catch (RuntimeException failed) {
            // An exception would end the timer. The remaining keys are expired anyway, and are deleted in the next run.
            LOG.warn("expired idempotency keys could not be deleted", failed);
        }
    }
}
