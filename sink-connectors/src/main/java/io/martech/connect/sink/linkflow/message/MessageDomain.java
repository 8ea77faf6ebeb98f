package io.martech.connect.sink.linkflow.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kind of object that a message is about. */
public enum MessageDomain {
    CONTACT("set", List.of("UDC", "TTMP", "WECHAT_WXA")),
    EVENT("track", List.of("UDC", "TTMP", "WECHAT_WXA")),
    ORDER("set", List.of("UDC", "YOUZAN", "YOUZANSELF"));

    private final String action;
    private final List<String> channelTypes;

    MessageDomain(String action, List<String> channelTypes) {
        this.action = action;
        this.channelTypes = channelTypes;
    }

    /** The word in {@code message.domain}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MessageDomain> of(String word) {
        return Arrays.stream(values())
                .filter(domain -> domain.word().equals(word))
                .findFirst();
    }

    /** Its documented action. */
    String action() {
        return action;
    }

    /** Its documented kinds of channel. */
    public List<String> channelTypes() {
        return channelTypes;
    }
}
