package org.startupatlas.explore.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Frame;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.http.response.VariantHash;
import org.startupatlas.query.expand.Today;
import org.startupatlas.schema.Format;

/** Responds with pages: HTML that is cached like a list, by the revision and the day. */
@Singleton
public final class PageResponses {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    private final RevisionTracker revisions;
    private final VariantHash variants;
    private final PageFingerprint fingerprint;
    private final Frames frames;
    private final Today today;

    PageResponses(
            RevisionTracker revisions, VariantHash variants, PageFingerprint fingerprint, Frames frames, Today today) {
        this.revisions = revisions;
        this.variants = variants;
        this.fingerprint = fingerprint;
        this.frames = frames;
        this.today = today;
    }

    /**
     * What a page shows.
     *
     * @param title the title of the page
     * @param description a sentence for search engines
     * @param view the address of the view that the page belongs to; empty for none
     * @param api the call that returns the same data; null if there is none
     * @param data the data of the template
     * @param isCacheable whether the same request has the same page until the next write
     */
    public record Content<T>(String title, String description, String view, String api, T data, boolean isCacheable) {

        public Content(String title, String description, String view, String api, T data) {
            this(title, description, view, api, data, true);
        }
    }

    /** A template, whose data are the frame, the texts in the language of the page, and what it shows. */
    public interface Template<T> {
        TemplateInstance with(Frame frame, Texts texts, T data);
    }

    /** Responds with a page, or with 304 without reading anything. */
    public <T> Response page(PageRequest request, Function<PageRequest, Content<T>> read, Template<T> template) {
        LocalDate day = today.day();
        ResponseBuilder response = ResponseBuilder.shared(request.http(), revisions.revision())
                .tagRevision(variants.ofRequest(
                        request.http(), "html" + fingerprint.value() + day, request.language(), Format.JSON))
                .validOn(day);
        if (response.isNotModified()) {
            return response.notModified();
        }
        Content<T> content = read.apply(request);
        if (!content.isCacheable()) {
            response = ResponseBuilder.uncached(request.http());
        }
        return response.languages(List.of(request.language())).ok(HTML, () -> render(request, content, template));
    }

    /** Responds with a page that no cache keeps, such as the form for a suggestion. */
    public <T> Response uncached(PageRequest request, int status, Content<T> content, Template<T> template) {
        return ResponseBuilder.uncached(Response.status(status))
                .type(HTML)
                .entity(render(request, content, template))
                .header("Content-Language", request.language().code())
                .build();
    }

    /** Responds to a form that was accepted with 303, so that reloading the page that follows sends nothing again. */
    public Response seeOther(String path) {
        return ResponseBuilder.uncached(Response.status(Response.Status.SEE_OTHER))
                .header("Location", path)
                .build();
    }

    /** Returns the HTML of a page. */
    public <T> byte[] render(PageRequest request, Content<T> content, Template<T> template) {
        Frame frame = frames.of(request, content, revisions.revision());
        return template.with(frame, request.texts(), content.data()).render().getBytes(StandardCharsets.UTF_8);
    }
}
