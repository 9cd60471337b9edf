package org.startupatlas.explore.problem;

import java.util.List;
import org.startupatlas.explore.view.Anchor;

/**
 * The page of an error.
 *
 * @param status the status of the response
 * @param details what is wrong
 * @param suggestion what may have been meant; null if that is not known
 * @param back where to go on
 */
public record ProblemView(int status, String title, List<String> details, Anchor suggestion, List<Anchor> back) {

    public ProblemView {
        details = List.copyOf(details);
        back = List.copyOf(back);
    }
}
