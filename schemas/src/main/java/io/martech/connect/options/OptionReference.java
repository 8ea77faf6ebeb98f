package io.martech.connect.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.types.Password;

/** Generates the Markdown reference of a connector's options from its {@link ConfigDef}. */
public final class OptionReference {

    private OptionReference() {}

    /**
     * One section per group, one entry per key, groups and keys in the order of their definition. Deterministic.
     *
     * @param title the heading of the page, such as the connector's class
     */
    public static String of(String title, ConfigDef definition) {
        StringBuilder page = new StringBuilder("# ").append(title).append("\n\n");
        page.append("Generated from the connector's configuration; do not edit.\n");
        keysByGroup(definition).forEach((group, keys) -> {
            page.append("\n## ").append(group).append('\n');
            keys.forEach(key -> page.append(entry(key)));
        });
        return page.toString();
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

    private static String entry(ConfigKey key) {
        StringBuilder entry = new StringBuilder("\n### `").append(key.name).append("`\n\n");
        entry.append(escaped(key.documentation)).append("\n\n| | |\n|---|---|\n");
        row(entry, "Type", key.type.name().toLowerCase(Locale.ROOT));
        row(entry, "Default", defaultOf(key));
        if (key.validator != null) {
            row(entry, "Valid values", cell(key.validator.toString()));
        }
        row(entry, "Importance", key.importance.name().toLowerCase(Locale.ROOT));
        return entry.toString();
    }

    private static void row(StringBuilder entry, String name, String text) {
        entry.append("| ").append(name).append(" | ").append(text).append(" |\n");
    }

    private static String defaultOf(ConfigKey key) {
        if (!key.hasDefault()) {
            return "none: must be set";
        }
        if (key.defaultValue == null) {
            return "not set";
        }
        if (key.defaultValue instanceof Password secret && secret.value().isEmpty()) {
            return "empty";
        }
        String text = key.type == Type.PASSWORD ? "[hidden]" : ConfigDef.convertToString(key.defaultValue, key.type);
        return text.isEmpty() ? "empty" : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return escaped(text).replace("|", "\\|").replace("\n", " ");
    }

    /** So that {@code <prefix>} is not parsed as a tag. */
    private static String escaped(String text) {
        return text.replace("<", "&lt;");
    }
}
