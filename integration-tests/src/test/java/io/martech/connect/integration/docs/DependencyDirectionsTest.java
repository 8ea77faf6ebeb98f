package io.martech.connect.integration.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may know whom, and why. What docs/ARCHITECTURE.md draws, this keeps true. */
@AnalyzeClasses(packages = "io.martech.connect", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionsTest {

    private static final List<String> PLATFORMS = List.of("linkflow", "wukong", "m1world", "youmi");

    private static final String CLIENTS = "io.martech.connect.client..";
    private static final String[] SCHEMAS = {"io.martech.connect.schema..", "io.martech.connect.options.."};
    private static final String ACCOUNTS = "io.martech.connect.account..";
    private static final String SOURCES = "io.martech.connect.source..";
    private static final String SINKS = "io.martech.connect.sink..";
    private static final String SANDBOX = "io.martech.connect.sandbox..";
    private static final String[] SIMULATORS = Stream.concat(Stream.of("http"), PLATFORMS.stream())
            .map(name -> "io.martech.connect.sandbox." + name + "..")
            .toArray(String[]::new);

    // ---- between the modules

    @ArchTest
    static final ArchRule clientsKnowNoKafka = noClasses()
            .that()
            .resideInAPackage(CLIENTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("what speaks HTTP to a platform is useful, and testable, without Kafka");

    @ArchTest
    static final ArchRule clientsDoNotKnowSchemas = noClasses()
            .that()
            .resideInAPackage(CLIENTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEMAS)
            .because("how a platform is called and what a topic promises change for different reasons");

    @ArchTest
    static final ArchRule schemasDoNotKnowClients = noClasses()
            .that()
            .resideInAnyPackage(SCHEMAS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLIENTS)
            .because("how a platform is called and what a topic promises change for different reasons");

    @ArchTest
    static final ArchRule whatSourcesAndSinksShareKnowsNeither = noClasses()
            .that()
            .resideInAnyPackage(CLIENTS, ACCOUNTS)
            .or()
            .resideInAnyPackage(SCHEMAS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SOURCES, SINKS)
            .because("it is in both archives, and each has only one of the two");

    @ArchTest
    static final ArchRule nobodyKnowsTheWorkersInside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.connect.runtime..", "org.apache.kafka.connect.cli..")
            .because("a plugin sees Connect's API only: the rest differs from worker to worker");

    @ArchTest
    static final ArchRule sourcesDoNotKnowSinks = noClasses()
            .that()
            .resideInAPackage(SOURCES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SINKS)
            .because("they are two archives, so two class loaders, in a worker");

    @ArchTest
    static final ArchRule sinksDoNotKnowSources = noClasses()
            .that()
            .resideInAPackage(SINKS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SOURCES)
            .because("they are two archives, so two class loaders, in a worker");

    @ArchTest
    static final ArchRule simulatorsShareNoCodeWithWhatTheyTest = noClasses()
            .that()
            .resideInAnyPackage(SIMULATORS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.martech.connect..").and(not(resideInAnyPackage(SANDBOX))))
            .because("a misreading of a platform's document that both sides share would cancel itself out");

    @ArchTest
    static final ArchRule simulatorsAndClusterNeedTheJdkAndJacksonOnly = classes()
            .that()
            .resideInAnyPackage(SIMULATORS)
            .or()
            .resideInAPackage("io.martech.connect.sandbox.cluster..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    SANDBOX, "java..", "javax.crypto..", "com.sun.net.httpserver..", "com.fasterxml.jackson..")
            .because("they simulate platforms and start processes; they are clients of neither, and no part of Kafka");

    // ---- inside the connector modules

    @ArchTest
    static final ArchRule theSourceEngineKnowsNoReader = noClasses()
            .that()
            .resideInAnyPackage("io.martech.connect.source.chunk..", "io.martech.connect.source.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.martech.connect.source.reader..")
            .because("the engine runs whatever a reader reads: platform, then reader, then engine");

    @ArchTest
    static final ArchRule enginesAndReadersNameNoPlatform = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.martech.connect.source.chunk..",
                    "io.martech.connect.source.engine..",
                    "io.martech.connect.source.reader..",
                    "io.martech.connect.source.endpoint..",
                    "io.martech.connect.source.connector..",
                    "io.martech.connect.sink.operation..",
                    "io.martech.connect.sink.engine..",
                    "io.martech.connect.sink.dispatch..",
                    "io.martech.connect.sink.record..",
                    "io.martech.connect.sink.lookup..",
                    "io.martech.connect.sink.connector..")
            .should()
            .dependOnClassesThat(belongToAPlatform())
            .because("the next platform must fit in without a change to them");

    @ArchTest
    static final ArchRule whatIsSharedByClientsAndSchemasNamesNoPlatform = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.martech.connect.client",
                    "io.martech.connect.client.http",
                    "io.martech.connect.client.response",
                    "io.martech.connect.client.auth..",
                    "io.martech.connect.client.download",
                    "io.martech.connect.client.pipeline",
                    "io.martech.connect.schema",
                    "io.martech.connect.schema.type",
                    "io.martech.connect.schema.conversion",
                    "io.martech.connect.options.validator",
                    "io.martech.connect.account")
            .should()
            .dependOnClassesThat(belongToAPlatform())
            .because("the next platform must fit in without a change to them");

    @ArchTest
    static final ArchRule platformsDoNotSeeEachOther = slices().assignedFrom(platforms())
            .should()
            .notDependOnEachOther()
            .because("whoever changes one platform must not break another");

    @ArchTest
    static final ArchRule noPackageDependsOnItselfThroughOthers = slices().matching("io.martech.connect.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a circle are one package");

    private static DescribedPredicate<JavaClass> belongToAPlatform() {
        return describe("belong to a platform", type -> platformOf(type).isPresent() || isNamedAfterAPlatform(type));
    }

    private static Optional<String> platformOf(JavaClass type) {
        List<String> segments = List.of(type.getPackageName().split("\\."));
        return type.getPackageName().startsWith("io.martech.connect.")
                ? PLATFORMS.stream().filter(segments::contains).findFirst()
                : Optional.empty();
    }

    private static boolean isNamedAfterAPlatform(JavaClass type) {
        String name = type.getSimpleName().toLowerCase(Locale.ROOT);
        return type.getPackageName().startsWith("io.martech.connect.")
                && PLATFORMS.stream().anyMatch(name::startsWith);
    }

    private static SliceAssignment platforms() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return platformOf(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
            }

            @Override
            public String getDescription() {
                return "platforms";
            }
        };
    }
}
