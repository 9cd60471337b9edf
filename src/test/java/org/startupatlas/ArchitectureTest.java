package org.startupatlas;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.schema.ResourceSchema;

/** The shape of the product: features on shared ground, never the reverse and never in a circle. */
class ArchitectureTest {
    private static final String EACH_PACKAGE = "org.startupatlas.(*)..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.startupatlas");

    /** The packages of the records that the catalogue's declarations are written from. */
    private static final DescribedPredicate<JavaClass> IN_A_FEATURE =
            resideInAnyPackage(ResourceCatalog.DECLARATIONS.stream()
                    .map(ResourceSchema::recordType)
                    .map(Class::getPackageName)
                    .toArray(String[]::new));

    @Test
    void featuresDoNotKnowEachOther() {
        slices().matching(EACH_PACKAGE)
                .that(describe("are features", slice -> slice.stream().allMatch(IN_A_FEATURE)))
                .should()
                .notDependOnEachOther()
                .check(PRODUCT);
    }

    @Test
    void whatIsSharedDoesNotKnowTheFeatures() {
        noClasses()
                .that(not(IN_A_FEATURE))
                .and()
                .doNotHaveFullyQualifiedName(ResourceCatalog.class.getName())
                .should()
                .dependOnClassesThat(IN_A_FEATURE)
                .because("the catalogue is the one place that names every resource")
                .check(PRODUCT);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(EACH_PACKAGE).should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void packagesAreNamedAfterWhatTheyAreAbout() {
        noClasses()
                .should()
                .resideInAnyPackage(Stream.of("util", "utils", "common", "helper", "dto", "service", "manager", "impl")
                        .map(name -> ".." + name + "..")
                        .toArray(String[]::new))
                .check(PRODUCT);
    }

    @Test
    void whatAClassNeedsIsInItsConstructor() {
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
                .and()
                .doNotHaveFullyQualifiedName(ChangeLog.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .because("the log is the repository of changes")
                .check(PRODUCT);
    }
}
