package vn.haiphong.hotline1022;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports point inwards: domain ← application ← process | adapter. */
@AnalyzeClasses(packages = "vn.haiphong.hotline1022", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HOUSE = "vn.haiphong.hotline1022";

    @ArchTest
    static final ArchRule the_domain_is_plain_java = classes()
            .that()
            .resideInAPackage(HOUSE + ".domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(HOUSE + ".domain..", "java..");

    @ArchTest
    static final ArchRule use_cases_know_neither_engine_nor_web_nor_doors = noClasses()
            .that()
            .resideInAPackage(HOUSE + ".application..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    HOUSE + ".process..",
                    HOUSE + ".adapter..",
                    "org.camunda..",
                    "jakarta.servlet..",
                    "jakarta.ws.rs.."));

    @ArchTest
    static final ArchRule of_spring_use_cases_know_what_marks_them_and_little_else = noClasses()
            .that()
            .resideInAPackage(HOUSE + ".application..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework..")
                    .and(not(resideInAnyPackage(
                                    "org.springframework.stereotype", "org.springframework.beans.factory.annotation")
                            .or(nameMatching("org\\.springframework\\.transaction\\.annotation\\.\\w+"))
                            // Two equal requests at the same moment: the second finds the key taken (ReceiveOnce).
                            .or(nameMatching("org\\.springframework\\.dao\\.DuplicateKeyException")))));

    @ArchTest
    static final ArchRule only_process_knows_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage(HOUSE + ".process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule the_inside_of_the_engine_is_touched_in_one_package = noClasses()
            .that()
            .resideInAPackage(HOUSE + "..")
            .and()
            .resideOutsideOfPackage(HOUSE + ".process.engine.internal..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.bpm..impl..")
                    // "impl" by name only: what the documentation tells to extend or to name for HTTP Basic.
                    .and(
                            not(
                                    nameMatching(
                                            "org\\.camunda\\.bpm\\.engine\\.rest\\.security\\.auth\\.impl\\.HttpBasicAuthenticationProvider")))
                    // What the public IdentityService hands out as the person acting.
                    .and(not(nameMatching("org\\.camunda\\.bpm\\.engine\\.impl\\.identity\\.Authentication")))
                    // The base class of every plugin of a webapp; there is no other way in.
                    .and(not(nameMatching("org\\.camunda\\.bpm\\.(tasklist|cockpit)\\.plugin\\.spi\\.impl\\.\\w+"))));

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other =
            slices().matching(HOUSE + ".adapter.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule adapters_do_not_know_the_process = noClasses()
            .that()
            .resideInAPackage(HOUSE + ".adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOUSE + ".process..");

    @ArchTest
    static final ArchRule the_process_does_not_know_adapters = noClasses()
            .that()
            .resideInAPackage(HOUSE + ".process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOUSE + ".adapter..");

    @ArchTest
    static final ArchRule layers_have_no_cycles =
            slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(HOUSE + ".(**)").should().beFreeOfCycles();
}
