package io.martech.connect.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.martech.connect", importOptions = ImportOption.DoNotIncludeTests.class)
class SandboxDependenciesTest {

    @ArchTest
    static final ArchRule SIMULATORS_STAND_ALONE = classes()
            .that()
            .resideInAnyPackage("..sandbox.linkflow..", "..sandbox.http..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..sandbox.linkflow..", "..sandbox.http..", "java..", "com.fasterxml.jackson..")
            .because("a misreading of a document must not stand on both sides, where it would cancel itself out");

    @ArchTest
    static final ArchRule COMPARISONS_STAND_ALONE = classes()
            .that()
            .resideInAPackage("..sandbox.comparison..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..sandbox.comparison..", "java..", "com.fasterxml.jackson..")
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
