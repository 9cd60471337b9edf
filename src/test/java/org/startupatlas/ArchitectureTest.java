package org.startupatlas;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.startupatlas.sql.SqlBuilder;
import org.startupatlas.testing.H2Only;

/** Tests the dependencies between packages and the sizes of packages and classes. */
@H2Only
class ArchitectureTest {
    private static final String ROOT = "org.startupatlas";

    private static final Path SOURCES = Path.of("src/main/java/org/startupatlas");

    /** Each may use those before it. {@code changelog} and {@code write} are read and written over HTTP, not the reverse. */
    private static final List<String> LAYERS =
            List.of("record", "schema", "query", "changelog", "write", "http", "resource");

    /** The change log's HTTP resources; they use {@code http} like every other resource. */
    private static final String FEED = ROOT + ".changelog.feed";

    private static final int MAX_TOP_LEVEL_PACKAGES = 22;

    private static final int MAX_CLASSES = 20;

    private static final int MAX_LINES = 350;

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void layersUseOnlyLowerLayers() {
        for (int i = 0; i < LAYERS.size(); i++) {
            String[] above = LAYERS.subList(i + 1, LAYERS.size()).stream()
                    .map(ArchitectureTest::within)
                    .toArray(String[]::new);
            if (above.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(within(LAYERS.get(i)))
                        .and()
                        .resideOutsideOfPackage(FEED)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .check(PRODUCT);
            }
        }
    }

    private static String within(String layer) {
        return ROOT + "." + layer + "..";
    }

    @Test
    void resourcesDoNotDependOnEachOther() {
        slices().matching(ROOT + ".resource.(*)..")
                .should()
                .notDependOnEachOther()
                .check(PRODUCT);
    }

    @Test
    void onlyTheCatalogDependsOnResources() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("resource"))
                .and()
                .doNotHaveFullyQualifiedName(ResourceCatalog.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(within("resource"))
                .check(PRODUCT);
    }

    /** Pages for people are built on everything else. */
    @Test
    void nothingDependsOnPages() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("explore"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(within("explore"))
                .check(PRODUCT);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(PRODUCT);
    }

    /** Every package is a slice, those inside others too. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith(ROOT)
                            && !javaClass.getPackageName().equals(ROOT)
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }

    @Test
    void packagesAreNamedAfterTheirSubject() {
        noClasses()
                .should()
                .resideInAnyPackage(Stream.of("util", "utils", "common", "helper", "dto", "service", "manager", "impl")
                        .map(name -> ".." + name + "..")
                        .toArray(String[]::new))
                .check(PRODUCT);
    }

    @Test
    void packagesAndClassesAreSmall() throws IOException {
        Map<Path, Long> classes;
        try (Stream<Path> files = sources()) {
            classes = files.collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
        }
        classes.values().removeIf(count -> count <= MAX_CLASSES);
        assertEquals(Map.of(), classes, "packages of over " + MAX_CLASSES + " classes");
        try (Stream<Path> files = sources()) {
            assertEquals(
                    List.of(),
                    files.filter(file -> lines(file) > MAX_LINES).toList(),
                    "classes of over " + MAX_LINES + " lines");
        }
        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertTrue(folders.filter(Files::isDirectory).count() <= MAX_TOP_LEVEL_PACKAGES);
        }
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(SOURCES).filter(file -> file.toString().endsWith(".java"));
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void internalsOfH2AndHibernateAreUsedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("database"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.h2.engine..",
                        "org.h2.jdbc..",
                        "org.h2.mvstore..",
                        "org.hibernate.engine..",
                        "org.hibernate.metamodel..",
                        "org.hibernate.persister..")
                .check(PRODUCT);
    }

    @Test
    void internalsOfVertxAndQuarkusRestAreUsedInOneClassEach() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.http\\.Connections")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.core.impl..", "io.vertx.core.http.impl..", "io.vertx.core.net.impl..")
                .check(PRODUCT);
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.http\\.edge\\.Routes(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus.resteasy.reactive.server.runtime..", "org.jboss.resteasy.reactive.server.*..")
                .check(PRODUCT);
    }

    @Test
    void dependenciesAreInjectedByConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .check(PRODUCT);
    }

    @Test
    void onlyEntitiesAndRepositoriesPersist() {
        noClasses()
                .that(not(annotatedWith(Entity.class)
                        .or(annotatedWith(Embeddable.class))
                        .or(annotatedWith(MappedSuperclass.class))))
                .and()
                .haveSimpleNameNotEndingWith("Repository")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .check(PRODUCT);
    }

    /** Elsewhere, rows are found, listed, locked, stored and deleted by repositories. */
    @Test
    void sqlIsWrittenByTheGrammarAndByTheReadersOfTheLog() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        within("sql"), within("schema.type"), within("query"), within("changelog.read"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SqlBuilder.class)
                .check(PRODUCT);
    }
}
