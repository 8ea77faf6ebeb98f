package io.martech.connect.options.validator;

import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * A text or a secret that can travel in a header: letters, digits and signs of ASCII, at least one. A careless copy brings
 * along blanks and line ends that no one sees. A reference to a configuration provider or a model's words are told as such. A
 * refused value is never repeated, but for such a reference.
 */
public final class Credential implements Validator {

    private final boolean mayBeEmpty;

    /** One that must be there. */
    public Credential() {
        this(false);
    }

    private Credential(boolean mayBeEmpty) {
        this.mayBeEmpty = mayBeEmpty;
    }

    /** One that may be left out. */
    public static Credential orEmpty() {
        return new Credential(true);
    }

    @Override
    public void ensureValid(String name, Object value) {
        String text = value instanceof Password secret ? secret.value() : (String) value;
        if (mayBeEmpty && (text == null || text.isEmpty())) {
            return;
        }
        if (text == null || text.isEmpty()) {
            throw new ConfigException("Invalid value for configuration " + name + ": it is empty");
        }
        Optional<String> unresolved = UnresolvedReference.faultOf(text);
        if (unresolved.isPresent() || ModelText.is(text)) {
            throw new ConfigException(
                    "Invalid value for configuration " + name + ": " + unresolved.orElse(ModelText.FAULT));
        }
        if (!text.chars().allMatch(character -> character > ' ' && character <= '~')) {
            throw new ConfigException("Invalid value for configuration " + name
                    + ": it contains a blank, a line end or another" + " character that cannot be sent; copy it again");
        }
    }

    @Override
    public String toString() {
        return "printable ASCII without blanks" + (mayBeEmpty ? ", or empty" : "");
    }
}
