package io.martech.connect.client.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What M1world says when it has not done what it was asked to. The codes are documented, the form of the answer is not:
 * the code is looked for in all texts at the top of the body and in its {@code data}; one that is nothing else than a code
 * wins over one within a sentence.
 *
 * @param code the code, or null if there is none
 * @param message the platform's words, or null; may hold personal data
 */
record M1worldError(String code, String message) {

    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z0-9])E\\d{5}(?![A-Za-z0-9])");

    /** Long texts are content, not errors. */
    private static final int LONGEST_SENTENCE = 300;

    /** @param body an answer that is no success */
    static M1worldError in(JsonNode body) {
        List<String> texts = new ArrayList<>();
        addTexts(body, texts);
        if (body.path("data").isObject()) {
            addTexts(body.path("data"), texts);
        }
        String code = texts.stream()
                .filter(text -> CODE.matcher(text.trim()).matches())
                .map(String::trim)
                .findFirst()
                .or(() -> texts.stream().flatMap(text -> within(text).stream()).findFirst())
                .orElse(null);
        return new M1worldError(code, texts.isEmpty() ? null : String.join("; ", texts));
    }

    private static Optional<String> within(String text) {
        Matcher code = CODE.matcher(text);
        return code.find() ? Optional.of(code.group()) : Optional.empty();
    }

    private static void addTexts(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            add(node, texts);
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                add(field.getValue(), texts);
            }
        }
    }

    private static void add(JsonNode node, List<String> texts) {
        if (node.isTextual() && !node.textValue().isBlank() && node.textValue().length() <= LONGEST_SENTENCE) {
            texts.add(node.textValue());
        }
    }
}
