package org.startupatlas.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.testing.H2Only;

/** Tests that every search text is answered with 200 or 400. What Lucene makes of it does not depend on the database. */
@H2Only
@QuarkusTest
class HostileWordsTest {
    private static final String ALPHABET =
            "abcxyzéßœ’'\"*?~^()[]{}:\\/+-!&|<> \t\u0000ًـاةىءﷺ漢字ｶﾅ한글\uD83D\uDE80\u202E\uFEFFİıſ½²";

    static Stream<String> hostile() {
        return Stream.of(
                "((((((((((",
                "\"unbalanced",
                "a* OR b?",
                "/[a-z]*/",
                "name:*",
                "a~99999",
                "AND",
                "NOT NOT",
                "\\",
                "a".repeat(10_000),
                "a ".repeat(5_000),
                "*".repeat(299),
                "ab ".repeat(99) + "ab",
                "é".repeat(300),
                "a".repeat(300),
                "ﷺ".repeat(16),
                "ﷺ".repeat(300),
                "\uD800",
                "1".repeat(300),
                "the of and",
                "de la le",
                "و في من");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileWordsAreAnsweredOrRejected(String words) {
        assertAnswered(words);
    }

    /** Searches for every pair of characters, in words and phrases of many lengths. */
    @Test
    void everyPairOfCharactersIsAnsweredOrRejected() {
        Random random = new Random(7);
        List<String> all = everyTwoBesideOneAnother();
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < all.size() - 1; ) {
            int to = Math.min(all.size() - 1, from + 20 + random.nextInt(20));
            texts.add(String.join("", all.subList(from, to + 1)));
            from = to;
        }
        texts.parallelStream().forEach(HostileWordsTest::assertAnswered);
    }

    /** Returns a de Bruijn sequence of order two, which contains each ordered pair of characters once. */
    private static List<String> everyTwoBesideOneAnother() {
        List<String> characters =
                ALPHABET.codePoints().mapToObj(Character::toString).toList();
        List<String> sequence = new ArrayList<>();
        for (int i = 0; i < characters.size(); i++) {
            sequence.add(characters.get(i));
            for (int j = i + 1; j < characters.size(); j++) {
                sequence.add(characters.get(i));
                sequence.add(characters.get(j));
            }
        }
        sequence.add(characters.get(0));
        return sequence;
    }

    private static void assertAnswered(String words) {
        String encoded = URLEncoder.encode(words, StandardCharsets.UTF_8);
        for (String path : List.of("/v1/search?q=", "/v1/suggest?q=", "/v1/startups?total=true&q=")) {
            Response answer = given().urlEncodingEnabled(false).get(path + encoded);
            assertTrue(
                    List.of(200, 400, 414).contains(answer.statusCode()),
                    () -> answer.statusCode() + " to " + path + encoded);
        }
    }
}
