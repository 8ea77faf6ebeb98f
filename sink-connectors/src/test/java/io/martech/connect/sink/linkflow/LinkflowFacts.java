package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.SinkConfigContract.key;

import io.martech.connect.sink.contract.SinkConfigContract;
import java.util.List;
import java.util.stream.Stream;

/** What holds for the configuration of every Linkflow sink. */
final class LinkflowFacts {

    private LinkflowFacts() {}

    static Stream<SinkConfigContract.Key> accountKeys() {
        return Stream.of(
                key("linkflow.url", "https://cdp-api.linkflowtech.com", "http://127.0.0.1:8080", "ftp://x", "x", ""),
                key("linkflow.app.key", SinkConfigContract.REQUIRED, "abc", "", "a b"),
                key("linkflow.app.secret", SinkConfigContract.REQUIRED, "abc", "", "密码"),
                key("linkflow.time.zone", "+08:00", "+00:00", "Asia/Shanghai", ""),
                key("linkflow.reauthenticate.codes", List.of(), "B00401", "no code"),
                key("linkflow.retry.codes", List.of(), "B00500,B00501", "no code"));
    }
}
