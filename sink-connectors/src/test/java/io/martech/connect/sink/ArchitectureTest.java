package io.martech.connect.sink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.martech.connect", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule a_sink_speaks_to_the_platform_through_its_client_only = noClasses()
            .that()
            .resideInAPackage("..sink..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "java.net.http..")
            .because("quota, token and retry are the client's business, and its alone");

    @ArchTest
    static final ArchRule nothing_static_changes = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.martech.connect.sink..")
            .and()
            .areStatic()
            .should()
            .beFinal()
            .because("all connectors of a worker share the class, but must not share state");

    @ArchTest
    static final ArchRule the_engine_shows_little = classes()
            .that()
            .resideInAPackage("..sink.engine..")
            .and()
            .arePublic()
            .should()
            .haveNameMatching(".*\\.(SinkEngine|EngineSettings|Ordering|SinkMetricsMXBean)(\\$.*)?")
            .because("what a platform does not need, it should not see");
}
