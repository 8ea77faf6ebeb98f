package io.martech.connect.options;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.types.Password;

/**
 * Generates the Markdown reference of a connector's options from its {@link ConfigDef}, in English or in another
 * language.
 *
 * @param texts the texts of another language: of options by name, of their valid values by {@code <option>.values}, of
 *     groups by {@code group.<name>}, and the page's own texts by {@code page.<word>}; missing ones stay English
 */
public record OptionReference(Map<String, String> texts) {

    /** In English, from the definition. */
    public static String of(String title, ConfigDef definition) {
        return new OptionReference(Map.of()).page(title, definition);
    }

    /**
     * In another language, as far as {@code options_<language>.properties} next to this class holds its texts.
     *
     * @param language such as {@code zh}
     */
    public static OptionReference in(String language) {
        Properties texts = new Properties();
        try (InputStream file = OptionReference.class.getResourceAsStream("options_" + language + ".properties")) {
            if (file != null) {
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new OptionReference(
                texts.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, texts::getProperty)));
    }

    /**
     * One section per group, one entry per key, groups and keys in the order of their definition. Deterministic.
     *
     * @param title the heading of the page, such as the connector's class
     */
    public String page(String title, ConfigDef definition) {
        StringBuilder page = new StringBuilder("# ").append(title).append("\n\n");
        page.append(word("Generated from the connector's configuration; do not edit."))
                .append('\n');
        keysByGroup(definition).forEach((group, keys) -> {
            page.append("\n## ").append(text("group." + group, group)).append('\n');
            keys.forEach(key -> page.append(entry(key)));
        });
        return page.toString();
    }

    private String text(String key, String english) {
        return texts.getOrDefault(key, english);
    }

    private String word(String english) {
        return text("page." + english, english);
    }

    private static Map<String, List<ConfigKey>> keysByGroup(ConfigDef definition) {
        Map<String, List<ConfigKey>> keysByGroup = new LinkedHashMap<>();
        definition.groups().forEach(group -> keysByGroup.put(group, new ArrayList<>()));
        for (ConfigKey key : definition.configKeys().values()) {
            String group = key.group == null ? "Other" : key.group;
            keysByGroup.computeIfAbsent(group, added -> new ArrayList<>()).add(key);
        }
        keysByGroup
                .values()
                .forEach(keys -> keys.sort(Comparator.comparingInt((ConfigKey key) -> key.orderInGroup)
                        .thenComparing(key -> key.name)));
        return keysByGroup;
    }

    private String entry(ConfigKey key) {
        StringBuilder entry = new StringBuilder("\n### `").append(key.name).append("`\n\n");
        entry.append(escaped(text(key.name, key.documentation))).append("\n\n| | |\n|---|---|\n");
        row(entry, "Type", key.type.name().toLowerCase(Locale.ROOT));
        row(entry, "Default", defaultOf(key));
        if (key.validator != null) {
            row(entry, "Valid values", cell(text(key.name + ".values", key.validator.toString())));
        }
        row(entry, "Importance", key.importance.name().toLowerCase(Locale.ROOT));
        return entry.toString();
    }

    private void row(StringBuilder entry, String name, String text) {
        entry.append("| ").append(word(name)).append(" | ").append(text).append(" |\n");
    }

    private String defaultOf(ConfigKey key) {
        if (!key.hasDefault()) {
            return word("none: must be set");
        }
        if (key.defaultValue == null) {
            return word("not set");
        }
        if (key.defaultValue instanceof Password secret && secret.value().isEmpty()) {
            return word("empty");
        }
        String shown = key.type == Type.PASSWORD ? "[hidden]" : ConfigDef.convertToString(key.defaultValue, key.type);
        return shown.isEmpty() ? word("empty") : "`" + cell(shown) + "`";
    }

    private static String cell(String text) {
        return escaped(text).replace("|", "\\|").replace("\n", " ");
    }

    /** So that {@code <prefix>} is not parsed as a tag. */
    private static String escaped(String text) {
        return text.replace("<", "&lt;");
    }
}
