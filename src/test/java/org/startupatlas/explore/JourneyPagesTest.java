package org.startupatlas.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests the journey on pages of startups, and the figures on those of programs, with the bundled data. */
@QuarkusTest
@TestProfile(RealBundle.class)
class JourneyPagesTest {

    private static final Pattern SECTION =
            Pattern.compile("<section aria-labelledby=\"(?:journey|cohort)-heading\">.*?</section>", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("<td class=\"number\"><bdi>([^<]*)</bdi></td>");

    private static String section(String path) {
        String html = Pages.html(path);
        Matcher section = SECTION.matcher(html);
        assertTrue(section.find(), html);
        return section.group();
    }

    private static List<String> all(Pattern pattern, String html) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(html);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void startupShowsTheStepsOfTheApiWithTheirEvidence(String language) {
        JsonNode steps = Atlas.tree("/v1/startups/atlan-space/journey").get("steps");
        String journey = section("/explore/" + language + "/startups/atlan-space");
        assertEquals(steps.size(), journey.split("<li class=\"event\">", -1).length - 1);
        // The latest place is where the search for the next step begins, so that the order is compared too.
        int place = 0;
        for (JsonNode step : steps) {
            String evidence = step.at("/evidence/resource").textValue().equals("startups")
                    ? "/explore/" + language + "/startups/"
                            + step.at("/evidence/slug").textValue()
                    : step.at("/evidence/link").textValue();
            place = journey.indexOf("href=\"" + evidence + "\"", place + 1);
            assertTrue(place > 0, () -> step + " in " + journey);
        }
    }

    @Test
    void startupSaysWhatIsNotKnown() {
        String journey = section("/explore/en/startups/atlan-space");
        assertTrue(journey.contains("Not known: the exact day."), journey);
        assertTrue(journey.contains("Date not known"), journey);
        assertTrue(
                journey.contains("No record says anything of: Market entry, Company abroad. That does not mean that it"
                        + " did not happen."),
                journey);
        assertTrue(
                journey.contains("According to the records this has not happened: Sale, merger or listing, Closed."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?edition=2019-2020-cohort-1"})
    void programShowsTheFiguresOfTheApi(String query) {
        List<String> expected = new ArrayList<>();
        Atlas.tree("/v1/stats/journeys?cohort=212-founders" + query.replace('?', '&'))
                .get("data")
                .forEach(figure -> List.of("reached", "unknown", "not_reached", "not_yet", "before")
                        .forEach(outcome -> expected.add(figure.get(outcome).asText())));
        String cohort = section("/explore/en/programs/212-founders" + query);
        assertEquals(expected, all(NUMBER, cohort));
        assertEquals(!query.isEmpty(), cohort.contains("All editions"));
        assertTrue(cohort.contains("/explore/en/programs/212-founders?edition=2025#cohort-heading"), cohort);
    }

    @Test
    void editionThatThereIsNotIsAnErrorThatNamesTheOthers() {
        assertTrue(Pages.get(400, "/explore/en/programs/212-founders?edition=1999")
                .text()
                .contains("2019-2020-cohort-1"));
        Pages.get(400, "/explore/en/startups/chari?edition=2025");
    }

    @Test
    void pastVersionsHaveTheirTimeline() {
        String past = Pages.html("/explore/en/startups/atlan-space?as_of=1800");
        assertFalse(past.contains("journey-heading"), past);
        assertTrue(past.contains("timeline-heading"), past);
    }
}
