package org.startupatlas.explore.lookup;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.startupatlas.explore.lookup.NameLookup.Answer;
import org.startupatlas.explore.lookup.NameLookup.Found;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.http.format.Cell;
import org.startupatlas.http.format.Csv;
import org.startupatlas.http.format.Table;
import org.startupatlas.http.format.TableWriter;
import org.startupatlas.reconcile.entity.EntityAddress;
import org.startupatlas.schema.Format;

/** The answers to a list as a table with a row for each name, so that its columns fit beside the list. */
final class LookupTable {

    private static final List<String> COLUMNS =
            List.of("name", "state", "record", "score", "kind", "id", "slug", "link", "others");

    private final PageRequest request;
    private final Texts texts;
    private final List<Answer> answers;

    LookupTable(List<Answer> answers, PageRequest request) {
        this.request = request;
        this.texts = request.texts();
        this.answers = answers;
    }

    /** Returns whether the first candidate of a name is certain, in words. */
    static String state(Answer answer, Texts texts) {
        String found = answer.isCertain() ? "certain" : "check";
        return texts.get("lookup.state." + (answer.candidates().isEmpty() ? "none" : found));
    }

    /** Returns the bytes of a file; CSV begins with the mark by which Excel recognizes UTF-8. */
    byte[] file(Format format) {
        Table table = Table.ofNames(texts.get("lookup.table"), headings(), request.language());
        TableWriter writer = format == Format.CSV ? TableWriter.csv(table, true) : TableWriter.of(format, table);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(writer.beginning());
        file.writeBytes(writer.rows(rows()));
        file.writeBytes(writer.end());
        return file.toByteArray();
    }

    /** Returns lines of cells that are separated by tabs, as spreadsheets paste them. */
    String text() {
        List<List<Cell>> all = new ArrayList<>();
        all.add(headings().stream().<Cell>map(Cell.Text::new).toList());
        all.addAll(rows());
        return all.stream()
                .map(row -> row.stream()
                        .map(cell -> Csv.cell(cell).replaceAll("\\s", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private List<String> headings() {
        return COLUMNS.stream()
                .map(column -> texts.get("lookup.column." + column))
                .toList();
    }

    private List<List<Cell>> rows() {
        return answers.stream().map(this::row).toList();
    }

    private List<Cell> row(Answer answer) {
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Text(answer.name()));
        row.add(new Cell.Text(state(answer, texts)));
        if (answer.candidates().isEmpty()) {
            COLUMNS.subList(row.size(), COLUMNS.size()).forEach(none -> row.add(Cell.EMPTY));
            return row;
        }
        Found best = answer.candidates().get(0);
        row.add(new Cell.Text(best.entity().name()));
        row.add(new Cell.Number(BigDecimal.valueOf(best.candidate().score())));
        row.add(new Cell.Text(best.candidate().type().get(0).name()));
        row.add(new Cell.Text(best.entity().id()));
        row.add(new Cell.Text(best.entity().slug()));
        row.add(new Cell.Text(request.origin() + EntityAddress.page(best.entity(), request.language())));
        row.add(Cell.ofWords(answer.candidates().stream()
                .skip(1)
                .map(other -> other.entity().name() + " (" + other.candidate().score() + ")")
                .toList()));
        return row;
    }
}
