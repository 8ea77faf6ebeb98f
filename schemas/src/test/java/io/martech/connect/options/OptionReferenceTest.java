package io.martech.connect.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.options.validator.OneOf;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.junit.jupiter.api.Test;

class OptionReferenceTest {

    @Test
    void everyKeyStandsInItsGroupWithAllThatThereIsToKnow() {
        ConfigDef definition = new ConfigDef();
        new ConfigGroup(definition, "Second in the alphabet")
                .key("z.mode", Type.STRING, "a", new OneOf("a", "b"), Importance.LOW, "Mode", "Chooses <one>.")
                .key("a.secret", Type.PASSWORD, "hidden!", null, Importance.HIGH, "Secret", "Is secret.");
        new ConfigGroup(definition, "First in the alphabet")
                .key("must", Type.LIST, ConfigDef.NO_DEFAULT_VALUE, Importance.HIGH, "Must", "Must be set.")
                .key("may", Type.LONG, null, Importance.LOW, "May", "May be set.")
                .key("none", Type.STRING, "", Importance.LOW, "None", "Is empty.");

        assertThat(OptionReference.of("The connector", definition)).isEqualTo("""
                # The connector

                Generated from the connector's configuration; do not edit.

                ## Second in the alphabet

                ### `z.mode`

                Chooses &lt;one>.

                | | |
                |---|---|
                | Type | string |
                | Default | `a` |
                | Valid values | one of a, b |
                | Importance | low |

                ### `a.secret`

                Is secret.

                | | |
                |---|---|
                | Type | password |
                | Default | `[hidden]` |
                | Importance | high |

                ## First in the alphabet

                ### `must`

                Must be set.

                | | |
                |---|---|
                | Type | list |
                | Default | none: must be set |
                | Importance | high |

                ### `may`

                May be set.

                | | |
                |---|---|
                | Type | long |
                | Default | not set |
                | Importance | low |

                ### `none`

                Is empty.

                | | |
                |---|---|
                | Type | string |
                | Default | empty |
                | Importance | low |
                """);
    }

    @Test
    void theSharedKeysAreAllThere() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountKeys.define(definition);
        HttpKeys.define(definition, 3);
        SinkKeys.define(definition, 50);

        String page = OptionReference.of("Keys", definition);

        assertThat(definition.names()).allSatisfy(name -> assertThat(page).contains("### `" + name + "`"));
        assertThat(page).isEqualTo(OptionReference.of("Keys", definition));
    }
}
