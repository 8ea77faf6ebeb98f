package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.util.ArrayList;
import java.util.List;

/**
 * QR codes of WeCom channels: {@code GET /open/workwechat/{channelId}/qrcodes}, chapter 查询企业微信联系我二维码. One request a
 * channel; one that does not exist (B00022) stops the reading, for its codes would look deleted.
 */
record QrCodesFeed(RequestCounter client, List<String> channels) implements ListFeed {

    static final String NAME = "qrcodes";

    /** @param reading whose configuration names the channels, since nothing lists them */
    static ListFeed of(ListReading reading) {
        return new QrCodesFeed(reading.client(), reading.config().getList(LinkflowListKeys.QR_CODES_CHANNEL_IDS));
    }

    @Override
    public List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        for (String channel : channels) {
            rows.addAll(client.list(ApiRequest.get(NAME, "/open/workwechat/" + channel + "/qrcodes")
                    .expecting(
                            Expectation.array().rejecting("B00022").namedBy(LinkflowListKeys.QR_CODES_CHANNEL_IDS))));
        }
        return rows;
    }

    @Override
    public long requests() {
        return client.requests();
    }
}
