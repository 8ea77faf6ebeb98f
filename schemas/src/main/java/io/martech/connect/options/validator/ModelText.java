package io.martech.connect.options.validator;

import java.util.regex.Pattern;

/** The words that stand in a model of a properties file where a value of one's own belongs, such as "the fixed key". */
final class ModelText {

    /** What to say of such a value. */
    static final String FAULT =
            "it still holds the placeholder of the example file; replace it by the value from the" + " platform";

    private static final Pattern WORDS = Pattern.compile("the( [A-Za-z']+)+|an?( [A-Za-z']+){2,}");

    private ModelText() {}

    static boolean is(String text) {
        return WORDS.matcher(text).matches();
    }
}
