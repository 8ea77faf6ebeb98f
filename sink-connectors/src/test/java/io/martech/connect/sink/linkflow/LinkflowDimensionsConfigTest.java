package io.martech.connect.sink.linkflow;

import io.martech.connect.sink.contract.SinkConfigContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

class LinkflowDimensionsConfigTest extends SinkConfigContract {

    @Override
    protected SinkConnector connector() {
        return new LinkflowDimensionsSinkConnector();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.dimensions(more);
    }

    @Override
    protected String secretKey() {
        return "linkflow.app.secret";
    }

    @Override
    protected Stream<Key> ownKeys() {
        return Stream.concat(
                LinkflowFacts.accountKeys(),
                Stream.of(
                        key("dimension.alias", REQUIRED, "商品_1", "", "a b", "../orders"),
                        key("dimension.key.columns", REQUIRED, "shop,sku", ""),
                        key("dimension.columns", List.of(), "a.b:color,sku:id", "color", "a:id,b:id"),
                        key("behavior.on.null.fields", "omit", "send", "delete"),
                        key("batch.size", 100, "1", "0", "many")));
    }

    @Test
    void the_key_is_among_the_columns_that_are_sent() {
        assertFault(Configs.dimensions("dimension.columns", "colour:color"), "dimension.columns", "no path for id");
    }
}
