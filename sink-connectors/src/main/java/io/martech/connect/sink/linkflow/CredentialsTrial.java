package io.martech.connect.sink.linkflow;

import io.martech.connect.client.CredentialsCheck;
import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.config.HttpKeys;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;

/** Tries the credentials of a configuration that is valid otherwise, if {@code validate.credentials} is on. */
final class CredentialsTrial {

    private final CredentialsCheck check = new CredentialsCheck(TimeSource.system());

    /**
     * Makes one call of at most five seconds, at most once a minute for an account.
     *
     * @param validated gets the fault, if there is one, on the key that is to blame
     */
    void addFault(AbstractConfig config, Config validated) {
        if (!config.getBoolean(HttpKeys.VALIDATE_CREDENTIALS)) {
            return;
        }
        LinkflowConnection connection = LinkflowConnection.from(config);
        CredentialsResult result = check.check(
                connection, () -> LinkflowClients.checkCredentials(connection.account(), connection.http()));
        if (!result.isAccepted()) {
            validated.configValues().stream()
                    .filter(value -> value.name().equals(result.key()))
                    .forEach(value -> value.addErrorMessage(result.message()));
        }
    }
}
