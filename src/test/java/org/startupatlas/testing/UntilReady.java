package org.startupatlas.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** Lets tests begin when the application is ready, as whoever sends it requests does. */
public final class UntilReady implements QuarkusTestBeforeEachCallback {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Asking without a pause would slow down what is waited for. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        URI ready = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class))
                .resolve("/q/health/ready");
        Instant deadline = Instant.now().plus(LONGEST);
        while (status(ready) != 200) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the application is not ready");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static int status(URI address) {
        try {
            HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
            return request.getResponseCode();
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }
}
