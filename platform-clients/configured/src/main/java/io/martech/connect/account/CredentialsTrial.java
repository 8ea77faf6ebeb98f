package io.martech.connect.account;

import io.martech.connect.client.CredentialsCheck;
import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.HttpKeys;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;

/**
 * Tries the credentials of a configuration that is valid otherwise, if {@code validate.credentials} is on.
 *
 * @param <A> an account and how it is reached, with {@code equals}
 */
public final class CredentialsTrial<A> {

    private final CredentialsCheck check = new CredentialsCheck(TimeSource.system());
    private final Function<AbstractConfig, A> accountOf;
    private final Function<A, CredentialsResult> attempt;

    /** @param attempt makes one call of at most five seconds */
    public CredentialsTrial(Function<AbstractConfig, A> accountOf, Function<A, CredentialsResult> attempt) {
        this.accountOf = accountOf;
        this.attempt = attempt;
    }

    /** The platform cannot say which of two is wrong, so both are marked; the reason is reported once. */
    private static String messageOn(String key, CredentialsResult result) {
        String first = result.keys().get(0);
        return key.equals(first)
                ? result.message()
                : "Either this or " + first + " is refused; the reason is on that key.";
    }

    /**
     * Makes one call, unless the platform has taken or refused the same credentials in the last minute.
     *
     * @param validated gets the fault, if there is one, on the keys that are to blame
     */
    void addFault(AbstractConfig config, Config validated) {
        if (!config.getBoolean(HttpKeys.VALIDATE_CREDENTIALS)) {
            return;
        }
        A account = accountOf.apply(config);
        CredentialsResult result = check.check(account, () -> attempt.apply(account));
        if (!result.isAccepted()) {
            validated.configValues().stream()
                    .filter(value -> result.keys().contains(value.name()))
                    .forEach(value -> value.addErrorMessage(messageOn(value.name(), result)));
        }
    }
}
