package org.startupatlas.explore.network.opportunity;

import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.explore.network.opportunity.OpportunitiesView.CriterionView;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.http.format.Projection;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.opportunity.eligibility.Requirement;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Shows the criteria of one program, without answers. */
@Singleton
public final class ProgramCriteria {

    private final NetworkModel model;
    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;

    ProgramCriteria(NetworkModel model, SchemaRegistry registry, Vocabularies vocabularies) {
        this.model = model;
        this.registry = registry;
        this.vocabularies = vocabularies;
    }

    /** Returns the criteria in the language of a page; empty if there is no such program any more. */
    public List<CriterionView> views(String program, PageRequest request) {
        CriterionTexts texts =
                new CriterionTexts(request.texts(), new Projection(registry, vocabularies, request.language()), null);
        List<Program.Criterion> criteria = model.read(
                network -> network.program(program).map(Program::criteria).orElse(List.of()));
        return Requirement.of(criteria).stream().map(texts::of).toList();
    }
}
