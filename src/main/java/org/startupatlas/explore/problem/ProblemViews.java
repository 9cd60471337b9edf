package org.startupatlas.explore.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemStatus;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.type.Operator;

/** Makes the view of a problem. */
public final class ProblemViews {

    /** Pages of records whose parameters are no filters: {@code to} is a destination there, not the end of anything. */
    private static final List<String> WITHOUT_FIELDS = List.of("/routes", "/graph", "/opportunities");

    private ProblemViews() {}

    public static ProblemView of(Problem problem, PageRequest request) {
        Texts texts = request.texts();
        List<Anchor> back = new ArrayList<>();
        if (problem.kind() == ProblemKind.NOT_YET_CREATED) {
            back.add(new Anchor(texts.get("record.present"), request.url().path()));
        }
        back.add(new Anchor(texts.get("home.title"), request.path()));
        PageRequest.VIEWS.forEach(view -> back.add(new Anchor(texts.get("nav." + view), request.path(view))));
        return new ProblemView(
                ProblemStatus.of(problem.kind()),
                ProblemTexts.title(problem.kind(), request.language()),
                details(problem, request),
                suggestion(problem, request),
                back);
    }

    private static List<String> details(Problem problem, PageRequest request) {
        if (problem.kind() == ProblemKind.NOT_YET_CREATED) {
            return List.of(request.texts().get("problem.not-yet-created"));
        }
        if (problem.errors().isEmpty()) {
            return List.of(ProblemTexts.detail(problem.kind().code(), problem.arguments(), request.language()));
        }
        return problem.errors().stream().map(error -> detail(error, request)).toList();
    }

    /** Returns what is wrong, without its place. */
    public static String message(Violation error, PageRequest request) {
        return ProblemTexts.detail(error.code(), error.arguments(), request.language());
    }

    /** Returns what is wrong, with the name of the parameter or field before it. */
    private static String detail(Violation error, PageRequest request) {
        String message = message(error, request);
        String place = error.place().text();
        return place.isEmpty() ? message : request.texts().get("problem.at", label(place, request), message);
    }

    /** Returns what the directory calls the field of a parameter, beside the parameter; others as they are. */
    private static String label(String parameter, PageRequest request) {
        String path = request.url().path();
        if (WITHOUT_FIELDS.stream().anyMatch(path::endsWith)) {
            return parameter;
        }
        String resource = path.startsWith(request.path() + "/")
                ? path.substring(request.path().length() + 1).split("/", 2)[0]
                : "";
        String field = Operator.field(parameter);
        String label = request.texts().field(resource, field);
        return label.equals(field) ? parameter : request.texts().get("problem.parameter", label, parameter);
    }

    /** Returns the page of the record whose slug is the nearest; null if there is none. */
    private static Anchor suggestion(Problem problem, PageRequest request) {
        String nearest = problem.didYouMean();
        if (nearest == null || problem.kind() != ProblemKind.UNKNOWN_RECORD) {
            return null;
        }
        String unknown = problem.arguments().get(0);
        String path = Stream.of(request.url().path().split("/"))
                .map(segment -> segment.equals(unknown) ? nearest : segment)
                .collect(Collectors.joining("/"));
        return new Anchor(nearest, path);
    }
}
