package org.startupatlas.explore.home;

import java.util.List;
import org.startupatlas.explore.view.Anchor;

/**
 * The first page.
 *
 * @param action the address that the search form is sent to
 * @param numbers how many records there are, each with the link to them
 * @param questions questions that a list answers
 */
public record HomeView(String action, List<Number> numbers, List<Anchor> questions) {

    /** A number with what it counts. */
    public record Number(String count, String label, String href) {}

    public HomeView {
        numbers = List.copyOf(numbers);
        questions = List.copyOf(questions);
    }
}
