package io.martech.connect.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.martech.connect", importOptions = ImportOption.DoNotIncludeTests.class)
class SandboxDependenciesTest {

    /** What is no simulator. Every other package is one, or is what simulators share. */
    private static final String[] TOOLS = {
        "..sandbox.cluster..",
        "..sandbox.comparison..",
        "..sandbox.adapter..",
        "..sandbox.format..",
        "..sandbox.quickstart.."
    };

    @ArchTest
    static final ArchRule SIMULATORS_KNOW_NOTHING_ELSE = classes()
            .that()
            .resideInAPackage("io.martech.connect.sandbox..")
            .and()
            .resideOutsideOfPackages(TOOLS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.martech.connect.sandbox..", "java..", "javax.crypto..", "com.fasterxml.jackson..")
            .because("a misreading of a document must not stand on both sides, where it would cancel itself out");

    @ArchTest
    static final ArchRule SIMULATORS_KNOW_NO_TOOLS = noClasses()
            .that()
            .resideOutsideOfPackages(TOOLS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TOOLS)
            .because("a platform does not know who looks at it, or with what");

    @ArchTest
    static final ArchRule COMPARISONS_STAND_ALONE = classes()
            .that()
            .resideInAPackage("..sandbox.comparison..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..sandbox.comparison..", "..sandbox.http..", "java..", "com.fasterxml.jackson..")
            .because("a mistake of the connectors must not be repeated by what looks for it");

    @ArchTest
    static final ArchRule ONLY_THE_QUICKSTART_USES_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackage("..sandbox.quickstart..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("the local cluster runs any version of Kafka, so its own program must not bring one");
}
