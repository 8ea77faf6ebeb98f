package io.martech.connect.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.OptionReference;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.Validators;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class OptionReferenceTest {

    @Test
    void everyKeyStandsInItsGroupWithAllThatThereIsToKnow() {
        ConfigDef definition = new ConfigDef();
        new OptionGroup(definition, "Second in the alphabet")
                .text("z.mode", "a")
                .check(Validators.oneOf("a", "b"))
                .low()
                .named("Mode")
                .doc("Chooses <one>.")
                .secret("a.secret", "hidden!")
                .check(null)
                .high()
                .named("Secret")
                .doc("Is secret.");
        new OptionGroup(definition, "First in the alphabet")
                .list("must", ConfigDef.NO_DEFAULT_VALUE)
                .high()
                .named("Must")
                .doc("Must be set.")
                .number("may", null)
                .low()
                .named("May")
                .doc("May be set.")
                .text("none", "")
                .low()
                .named("None")
                .doc("Is empty.");

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
    void anotherLanguageIsLookedUpByKeyAndWhatIsMissingStaysEnglish() {
        ConfigDef definition = new ConfigDef();
        new OptionGroup(definition, "Reading")
                .text("a", "")
                .doc("An option.")
                .text("b", "x")
                .doc("Another option.");
        OptionReference chinese = new OptionReference(
                Map.of("group.Reading", "读取", "a", "一个配置项。", "page.Default", "默认值", "page.empty", "空"));

        assertThat(chinese.page("Keys", definition))
                .contains("## 读取", "一个配置项。", "| 默认值 | 空 |", "Another option.", "| Type | string |");
        assertThat(OptionReference.in("none").page("Keys", definition))
                .isEqualTo(OptionReference.of("Keys", definition));
    }

    @Test
    void theSharedKeysAreAllThere() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        HttpOptions.define(definition);
        SinkKeys.define(definition, "acme", 50);

        String page = OptionReference.of("Keys", definition);

        assertThat(definition.names()).allSatisfy(name -> assertThat(page).contains("### `" + name + "`"));
        assertThat(page).isEqualTo(OptionReference.of("Keys", definition));
    }
}
