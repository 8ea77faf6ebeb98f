package io.martech.connect.options;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Validators of single option values. The {@code toString} of a validator describes the accepted values, as the generated
 * reference shows them; validators that know all choices recommend them to tools. A message never repeats a rejected
 * secret.
 */
public final class Validators {

    private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]+");
    private static final int LONGEST_TOPIC = 249;
    private static final LocalDate EXAMPLE_DAY = LocalDate.of(2017, 1, 31);

    /** A placeholder of a properties template that the user has not replaced, such as "the fixed key". */
    private static final Pattern TEMPLATE_TEXT = Pattern.compile("the( [A-Za-z']+)+|an?( [A-Za-z']+){2,}");

    private static final String TEMPLATE_FAULT =
            "it still holds the placeholder of the example file; replace it by the value from the platform";

    private Validators() {}

    // ---- numbers

    /** An integer of at least {@code least}. */
    public static Validator atLeast(long least) {
        return number(least, Long.MAX_VALUE, least + " or more");
    }

    /** An integer of at least {@code least}, where {@code least} itself has a special meaning. */
    public static Validator atLeast(long least, String meaningOfLeast) {
        return number(least, Long.MAX_VALUE, least + " (" + meaningOfLeast + ") or more");
    }

    /** An integer within inclusive bounds; {@link Integer#MAX_VALUE} means no upper bound. */
    public static Validator between(long least, long most) {
        return most == Integer.MAX_VALUE ? atLeast(least) : number(least, most, least + " to " + most);
    }

    /** A duration of at least one millisecond. */
    public static Validator positiveMilliseconds() {
        return number(1, Long.MAX_VALUE, "a duration in milliseconds, 1 or more");
    }

    /** A duration in milliseconds, where zero may have a special meaning. */
    public static Validator milliseconds() {
        return number(0, Long.MAX_VALUE, "a duration in milliseconds, 0 or more");
    }

    private static Validator number(long least, long most, String meaning) {
        return check(
                meaning,
                value -> value instanceof Number number && number.longValue() >= least && number.longValue() <= most);
    }

    // ---- choices

    /** A boolean; JSON's null, which is neither, is rejected. */
    public static Validator trueOrFalse() {
        return choice("true or false", List.of(true, false), (name, value) -> {
            if (!(value instanceof Boolean)) {
                throw new ConfigException(name, value, "must be true or false");
            }
        });
    }

    /** One of a few words, case-sensitive. */
    public static Validator oneOf(String... choices) {
        List<String> words = List.of(choices);
        return choice("one of " + String.join(", ", words), words, (name, value) -> {
            if (!(value instanceof String text) || !words.contains(text)) {
                throw new ConfigException(name, value, "must be one of " + String.join(", ", words));
            }
        });
    }

    /** A list of one or more of the words, without duplicates. */
    public static Validator oneOrMoreOf(List<String> words) {
        return subset(words, false);
    }

    /** A list of any number of the words, without duplicates. */
    public static Validator noneOrMoreOf(List<String> words) {
        return subset(words, true);
    }

    private static Validator subset(List<String> words, boolean mayBeEmpty) {
        String offered = String.join(", ", words);
        String expectation = "name one or more of " + offered + ", separated by commas";
        return choice((mayBeEmpty ? "none or more of " : "one or more of ") + offered, words, (name, value) -> {
            if (!(value instanceof List<?> chosen) || (chosen.isEmpty() && !mayBeEmpty)) {
                throw new ConfigException(name, value, "is empty; " + expectation);
            }
            Set<Object> seen = new HashSet<>();
            for (Object word : chosen) {
                if (!words.contains(word)) {
                    throw new ConfigException(name, value, "\"" + word + "\" is not known; " + expectation);
                }
                if (!seen.add(word)) {
                    throw new ConfigException(name, value, "\"" + word + "\" is listed twice");
                }
            }
        });
    }

    // ---- texts

    /**
     * A text that matches a regular expression.
     *
     * @param form a regular expression that the whole text must match
     * @param meaning what the text is, with an example
     */
    public static Validator matching(String form, String meaning) {
        Predicate<String> matches = Pattern.compile(form).asMatchPredicate();
        return check(meaning, value -> value instanceof String text && matches.test(text));
    }

    /** A text that is not blank. */
    public static Validator notBlank() {
        return of("a text", (name, value) -> {
            if (!(value instanceof String text) || text.isBlank()) {
                throw new ConfigException(name, value, "is blank; write a text");
            }
        });
    }

    /** The id or key of an object of the platform, as the platform shows it; of any form. */
    public static Validator platformId() {
        return of("what the platform shows", (name, value) -> {
            if (!(value instanceof String text) || text.isBlank()) {
                throw new ConfigException(name, value, "is blank; copy it from the platform");
            }
            if (isTemplateText(text)) {
                throw fault(name, TEMPLATE_FAULT);
            }
        });
    }

    /** A path below the platform's base address. */
    public static Validator apiPath() {
        return of("a path such as /open/messages/orders", (name, value) -> {
            if (!(value instanceof String text) || !text.matches("(/[A-Za-z0-9._~-]+)+")) {
                throw new ConfigException(
                        name, value, "must be a path that begins with a slash, such as /open/messages/orders");
            }
        });
    }

    /** A topic prefix; short enough to append a dot and the name of a resource. */
    public static Validator topicPrefix() {
        return topic(false, 200);
    }

    /** A topic's name, or empty. */
    public static Validator topicOrEmpty() {
        return topic(true, LONGEST_TOPIC);
    }

    private static Validator topic(boolean mayBeEmpty, int longest) {
        String meaning =
                "letters, digits, dots, underscores and hyphens, at most " + longest + (mayBeEmpty ? ", or empty" : "");
        return of(meaning, (name, value) -> {
            boolean isLegal = value instanceof String text && (text.isEmpty() ? mayBeEmpty : isTopic(text, longest));
            if (!isLegal) {
                throw new ConfigException(
                        name,
                        value,
                        "cannot be part of the name of a topic; use at most " + longest
                                + " letters, digits, dots, underscores and hyphens, such as linkflow");
            }
        });
    }

    private static boolean isTopic(String text, int longest) {
        return TOPIC.matcher(text).matches()
                && text.length() <= longest
                && !Set.of(".", "..").contains(text);
    }

    /** The path of a directory, which need not exist yet, or empty. */
    public static Validator directoryOrEmpty() {
        String meaning = "the path of a directory, or empty";
        return of(meaning, (name, value) -> {
            if ("".equals(value)) {
                return;
            }
            if (!(value instanceof String text) || text.isBlank()) {
                throw new ConfigException(name, value, "must be " + meaning);
            }
            try {
                Path path = Path.of(text);
                if (Files.exists(path) && !Files.isDirectory(path)) {
                    throw new ConfigException(name, value, "there is a file of that name; name a directory");
                }
            } catch (InvalidPathException malformed) {
                throw new ConfigException(name, value, "must be " + meaning);
            }
        });
    }

    /** A regular expression as Java understands it, or empty. */
    public static Validator regularExpression() {
        String meaning = "a regular expression, or empty";
        return of(meaning, (name, value) -> {
            try {
                Pattern.compile((String) value);
            } catch (PatternSyntaxException e) {
                throw new ConfigException(name, value, "must be " + meaning + ": " + e.getDescription());
            } catch (NullPointerException notSet) {
                throw new ConfigException(name, value, "must be " + meaning);
            }
        });
    }

    /** An encoding that this JVM can write. */
    public static Validator charset() {
        return check("an encoding that Java knows, such as UTF-8 or GBK", value -> {
            try {
                return value instanceof String text
                        && Charset.isSupported(text)
                        && Charset.forName(text).canEncode();
            } catch (IllegalArgumentException noName) {
                return false;
            }
        });
    }

    // ---- times

    /**
     * A fixed offset from UTC. A region is rejected: its history has daylight saving times that the platform's local
     * times do not have.
     */
    public static Validator zoneOffset() {
        return of("a fixed offset from UTC such as +08:00", (name, value) -> {
            try {
                ZoneOffset.of(String.valueOf(value));
            } catch (DateTimeException notAnOffset) {
                throw new ConfigException(
                        name, value, "must be a fixed offset from UTC such as +08:00, not the name of a region");
            }
        });
    }

    /** A text that {@link StartTime} parses. */
    public static Validator startTime() {
        String forms = "2026-01-01 or 2026-01-01 08:00:00, or nothing for the whole history";
        return of(forms, (name, value) -> {
            try {
                StartTime.parse((String) value);
            } catch (DateTimeException | NullPointerException noSuchTime) {
                throw new ConfigException(name, value, "is no day and no time; write " + forms);
            }
        });
    }

    /** A pattern that can format a day and parse it again. */
    public static Validator dayPattern() {
        String meaning = "a pattern such as yyyy-M-d for 2017-1-31, or yyyy-MM-dd for 2017-01-31";
        return of(meaning, (name, value) -> {
            try {
                DateTimeFormatter format = DateTimeFormatter.ofPattern((String) value);
                if (EXAMPLE_DAY.equals(LocalDate.parse(format.format(EXAMPLE_DAY), format))) {
                    return;
                }
            } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
                throw new ConfigException(name, value, "is no pattern for a day; " + meaning);
            }
            throw new ConfigException(name, value, "does not name year, month and day; " + meaning);
        });
    }

    // ---- lists

    /** Any list, possibly empty; JSON's null, which might mean the default or an empty list, is rejected. */
    public static Validator anyList() {
        return of("texts separated by commas, or empty", (name, value) -> {
            if (value == null) {
                throw new ConfigException(name, null, "must be a list, which may be empty");
            }
        });
    }

    /**
     * A list, possibly empty, of words that match a regular expression.
     *
     * @param meaning what the words are, in the plural, with an example
     */
    public static Validator listMatching(String form, String meaning) {
        Predicate<String> matches = Pattern.compile(form).asMatchPredicate();
        return check(
                meaning + ", separated by commas, or empty",
                value -> value instanceof List<?> words
                        && words.stream().allMatch(word -> matches.test(String.valueOf(word))));
    }

    /** A list, possibly empty, of numeric ids. */
    public static Validator listOfNumbers(String example) {
        return listMatching("\\d{1,18}", "numeric ids such as " + example);
    }

    /** A list, possibly empty, of a platform's error codes or HTTP statuses, such as {@code B00010} or {@code 413}. */
    public static Validator errorCodes() {
        return of("error codes separated by commas, or empty", (name, value) -> {
            if (!(value instanceof List<?> codes)) {
                throw new ConfigException(name, value, "must be error codes separated by commas, or empty");
            }
            for (Object code : codes) {
                if (!ERROR_CODE.matcher((String) code).matches()) {
                    throw new ConfigException(
                            name,
                            value,
                            "\"" + code + "\" is no error code; write codes separated by commas: B00010,B00093");
                }
            }
        });
    }

    // ---- credentials

    /**
     * A text or secret that can be sent in a header: at least one visible ASCII character and no blanks. Copying often
     * adds blanks and line ends that are not visible. Unresolved references and template placeholders are reported as
     * such.
     */
    public static Validator credential() {
        return credential(false);
    }

    /** Like {@link #credential()}, or empty. */
    public static Validator credentialOrEmpty() {
        return credential(true);
    }

    private static Validator credential(boolean mayBeEmpty) {
        String meaning = "printable ASCII without blanks" + (mayBeEmpty ? ", or empty" : "");
        return of(meaning, (name, value) -> {
            String text = value instanceof Password secret ? secret.value() : (String) value;
            if (text == null || text.isEmpty()) {
                if (mayBeEmpty) {
                    return;
                }
                throw fault(name, "it is empty");
            }
            Optional<String> unresolved = UnresolvedReference.faultOf(text);
            if (unresolved.isPresent() || isTemplateText(text)) {
                throw fault(name, unresolved.orElse(TEMPLATE_FAULT));
            }
            if (!text.chars().allMatch(character -> character > ' ' && character <= '~')) {
                throw fault(
                        name,
                        "it contains a blank, a line end or another character that cannot be sent; copy it again");
            }
        });
    }

    static boolean isTemplateText(String text) {
        return TEMPLATE_TEXT.matcher(text).matches();
    }

    private static ConfigException fault(String name, String fault) {
        return new ConfigException("Invalid value for configuration " + name + ": " + fault);
    }

    // ---- composition

    /**
     * Accepts an unset or empty option, and validates any other value; recommends what the other validator recommends.
     */
    public static Validator orNothing(Validator validator) {
        BiConsumer<String, Object> check = (name, value) -> {
            if (value != null && !value.equals("")) {
                validator.ensureValid(name, value);
            }
        };
        return validator instanceof Choice choice
                ? choice(validator + ", or nothing", choice.choices(), check)
                : of(validator + ", or nothing", check);
    }

    /** A validator with a message of its own. */
    public static Validator of(String meaning, BiConsumer<String, Object> check) {
        return new Described(meaning, check);
    }

    private static Validator check(String meaning, Predicate<Object> isValid) {
        return of(meaning, (name, value) -> {
            if (!isValid.test(value)) {
                throw new ConfigException(name, value, "must be " + meaning);
            }
        });
    }

    private static Validator choice(String meaning, List<?> choices, BiConsumer<String, Object> check) {
        return new Choice(meaning, choices, check);
    }

    private record Described(String meaning, BiConsumer<String, Object> check) implements Validator {

        @Override
        public void ensureValid(String name, Object value) {
            check.accept(name, value);
        }

        @Override
        public String toString() {
            return meaning;
        }
    }

    private record Choice(String meaning, List<?> choices, BiConsumer<String, Object> check)
            implements Validator, Recommender {

        @Override
        public void ensureValid(String name, Object value) {
            check.accept(name, value);
        }

        @Override
        public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
            return List.copyOf(choices);
        }

        @Override
        public boolean visible(String name, Map<String, Object> parsedConfig) {
            return true;
        }

        @Override
        public String toString() {
            return meaning;
        }
    }
}
