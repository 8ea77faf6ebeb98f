package io.martech.connect.client.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An error of M1world. The codes are documented, the form of the response is not: the code is searched in all texts at
 * the top level of the body and in its {@code data}; a text that is only a code takes precedence over a code within a
 * sentence.
 *
 * @param code the code, or null if there is none
 * @param message the platform's own message, or null; may hold personal data
 */
record M1worldError(String code, String message) {

    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z0-9])E\\d{5}(?![A-Za-z0-9])");

    /** A longer text is cut to this. A longer text that is not JSON is a page from another server. */
    private static final int LONGEST_TEXT = 300;

    private static final Pattern WORD_CUT_IN_TWO = Pattern.compile("[\\x21-\\x7e]+$");

    /** @param body a response that is not a success; its text if it is not JSON */
    static M1worldError in(JsonNode body) {
        List<String> texts = new ArrayList<>();
        if (!isPage(body)) {
            addTexts(body, texts);
        }
        if (body.path("data").isObject()) {
            addTexts(body.path("data"), texts);
        }
        return new M1worldError(codeIn(texts), texts.isEmpty() ? null : messageOf(texts));
    }

    /** Short texts first: a long one may quote the request. */
    private static String codeIn(List<String> texts) {
        return texts.stream()
                .filter(text -> CODE.matcher(text.trim()).matches())
                .map(String::trim)
                .findFirst()
                .or(() -> within(texts.stream().filter(text -> !isLong(text))))
                .or(() -> within(texts.stream()))
                .orElse(null);
    }

    private static Optional<String> within(Stream<String> texts) {
        return texts.map(CODE::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static String messageOf(List<String> texts) {
        return texts.stream().map(M1worldError::shortened).collect(Collectors.joining("; "));
    }

    /** No word is cut in two: half a secret would not be recognised as one. */
    private static String shortened(String text) {
        if (!isLong(text)) {
            return text;
        }
        return WORD_CUT_IN_TWO.matcher(text.substring(0, LONGEST_TEXT)).replaceFirst("") + "…";
    }

    private static boolean isPage(JsonNode body) {
        return body.isTextual() && isLong(body.textValue());
    }

    private static boolean isLong(String text) {
        return text.length() > LONGEST_TEXT;
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
        if (node.isTextual() && !node.textValue().isBlank()) {
            texts.add(node.textValue());
        }
    }
}
