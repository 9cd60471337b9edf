package org.startupatlas.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Waits before each test until the application is ready, as clients do. */
public final class UntilReady implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        URI ready = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class))
                .resolve("/q/health/ready");
        Polling.until("the status of readiness", () -> status(ready), status -> status == 200);
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
