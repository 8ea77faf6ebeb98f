package io.martech.connect.integration.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.martech.connect.client.auth.oauth.OAuthPlatform;
import io.martech.connect.integration.cluster.ShippedConnectors;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which shipped program calls which endpoint, from the compiled classes: a class names a path in its constants, and a program uses all
 * classes that can be reached from its own.
 */
final class EndpointCallers {

    static final String AUTHORIZE = "bin/authorize";

    private static final String PRODUCT = "io.martech.connect.";

    /** What {@code ApiRequest} and {@code ListEndpoint} call the methods of HTTP; a constructor gets the method as it is. */
    private static final Map<String, Set<String>> FACTORIES =
            Map.of("GET", Set.of("get"), "POST", Set.of("post", "form", "upload"), "DELETE", Set.of());

    private final Map<String, Set<JavaClass>> programs = new LinkedHashMap<>();
    private final Map<JavaClass, Set<String>> constants = new LinkedHashMap<>();

    /** @param product the classes that are shipped */
    EndpointCallers(JavaClasses product) {
        ShippedConnectors.all()
                .forEach(connector -> programs.put(nameOf(connector), reachedFrom(product.get(connector))));
        programs.put(
                AUTHORIZE,
                product.that(assignableTo(OAuthPlatform.class)).stream().collect(Collectors.toSet()));
        programs.values()
                .forEach(classes -> classes.forEach(each -> constants.computeIfAbsent(each, EndpointCallers::read)));
    }

    /** The names of all connectors of a platform. */
    Set<String> connectorsOf(String platform) {
        return programs.keySet().stream()
                .filter(program -> program.startsWith(platform + "-"))
                .collect(Collectors.toSet());
    }

    /**
     * The programs that call an endpoint, sources first.
     *
     * @param method null if the path has one method only
     */
    List<String> of(String platform, String method, String path) {
        String constant = withoutNames(path);
        return programs.entrySet().stream()
                .filter(program -> program.getValue().stream()
                        .filter(type ->
                                List.of(type.getPackageName().split("\\.")).contains(platform))
                        .filter(type -> constants.get(type).contains(constant))
                        .anyMatch(type -> method == null || sends(type, method)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a path is an address that a person opens, which is built of segments, not a request of a client. */
    boolean isForBrowsers(String platform, String path) {
        return programs.get(AUTHORIZE).stream()
                .filter(type -> type.getPackageName().endsWith("." + platform))
                .map(constants::get)
                .anyMatch(texts -> texts.contains(path.substring(1)) && !texts.contains(path));
    }

    /** All paths that classes of connectors name, with {@code {}} for what is put in. */
    Set<String> paths() {
        return constants.values().stream()
                .flatMap(Set::stream)
                .filter(constant -> constant.matches("/[A-Za-z][A-Za-z0-9_/{}]*"))
                .collect(Collectors.toSet());
    }

    static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private boolean sends(JavaClass type, String method) {
        return type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> List.of("ApiRequest", "ListEndpoint")
                                        .contains(call.getTargetOwner().getSimpleName())
                                && FACTORIES.get(method).contains(call.getName()))
                || constants.get(type).contains(method);
    }

    /** {@code linkflow-messages-sink} for {@code LinkflowMessagesSinkConnector}. */
    private static String nameOf(String connector) {
        return connector
                .substring(connector.lastIndexOf('.') + 1)
                .replaceFirst("Connector$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<JavaClass> reachedFrom(JavaClass start) {
        Set<JavaClass> reached = new HashSet<>(Set.of(start));
        Deque<JavaClass> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            next.pop().getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(type -> type.getPackageName().startsWith(PRODUCT) && reached.add(type))
                    .forEach(next::push);
        }
        return reached;
    }

    /** The texts in a class file's pool of constants; what is put into a text at run time is {@code \1} there (JVMS 4.4, JDK's StringConcatFactory). */
    private static Set<String> read(JavaClass type) {
        Set<String> texts = new HashSet<>();
        try (DataInputStream file = new DataInputStream(
                type.getSource().orElseThrow().getUri().toURL().openStream())) {
            file.skipNBytes(8);
            int count = file.readUnsignedShort();
            for (int index = 1; index < count; index++) {
                int tag = file.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(withoutNames(file.readUTF().replace("\1", "{}")));
                    case 5, 6 -> {
                        file.skipNBytes(8);
                        index++;
                    }
                    case 7, 8, 16, 19, 20 -> file.skipNBytes(2);
                    case 15 -> file.skipNBytes(3);
                    default -> file.skipNBytes(4);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
