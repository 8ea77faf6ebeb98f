package io.martech.connect.sink.linkflow.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.lookup.SingleFlight;
import io.martech.connect.sink.operation.RecordRejectedException;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /v1/tags} of "创建用户标签元数据". Thread-safe; one thread creates at a time. */
public final class TagCreation {

    private static final Logger LOG = LoggerFactory.getLogger(TagCreation.class);

    private static final String EXISTS = "B01151";
    private static final String INVALID_KEY = "B01157";
    private static final String QUOTA_EXCEEDED = "B00037";
    private static final String UNKNOWN_CHANNEL = "B00159";
    private static final Expectation CREATED =
            Expectation.object().rejecting("B00002", "B00010", EXISTS, INVALID_KEY, QUOTA_EXCEEDED, UNKNOWN_CHANNEL);

    private final PlatformClient client;
    private final LookupCache<Tag> directory;
    private final String identityType;
    private final Long channelId;
    private final SingleFlight creating = new SingleFlight();

    /**
     * @param identityType {@code tags.auto.create.identity.type}
     * @param channelId {@code tags.auto.create.channel.id}, or null
     */
    public TagCreation(PlatformClient client, LookupCache<Tag> directory, String identityType, Long channelId) {
        this.client = client;
        this.directory = directory;
        this.identityType = identityType;
        this.channelId = channelId;
    }

    /**
     * Creates the tag, unless another thread or another client has created it first.
     *
     * @throws RecordRejectedException if such a tag cannot exist
     * @throws ConnectException if the maximum number of tags is reached, or a setting is wrong
     */
    Tag create(String key, String dataType) {
        return creating.run(() -> directory.find(key).orElseGet(() -> createNow(key, dataType)));
    }

    private Tag createNow(String key, String dataType) {
        try {
            Tag tag = Tag.created(client.execute(request(key, dataType)).body());
            LOG.info("Created the tag {} of the data type {} (tags.auto.create)", key, dataType);
            directory.add(key, tag);
            return tag;
        } catch (PlatformException refused) {
            if (EXISTS.equals(refused.code())) {
                return listed(key, refused);
            }
            throw refused.category() == Category.REJECT ? explained(key, refused) : refused;
        }
    }

    private ApiRequest request(String key, String dataType) {
        ObjectNode body = Json.object();
        body.put("tagName", key);
        body.put("tagKey", key);
        body.put("dataType", dataType);
        body.put("tagType", Tag.UPLOAD);
        body.put("identityType", identityType);
        if (channelId != null) {
            // A text, as in the document's example, although its table declares a number.
            body.put("channelId", channelId.toString());
        }
        return ApiRequest.post("tags", "/v1/tags", body).expecting(CREATED);
    }

    private Tag listed(String key, PlatformException exists) {
        return directory
                .awaitListed(key)
                .orElseThrow(() -> new ConnectException(
                        "Linkflow says that the tag " + key + " exists (" + EXISTS
                                + "), but does not list it, so its tagId is not known. The task stops; nothing is lost. Restart it"
                                + " when Linkflow shows the tag.",
                        exists));
    }

    private ConnectException explained(String key, PlatformException refused) {
        String fault = "The tag " + key + " could not be created. ";
        return switch (String.valueOf(refused.code())) {
            case INVALID_KEY ->
                new RecordRejectedException(
                        refused.code(),
                        fault
                                + "Its key must begin with tag_ and have small letters, digits and underscores only: map the field to"
                                + " another key with " + TagOptions.TAG_FIELDS + ". " + refused.getMessage(),
                        refused.platformMessage(),
                        refused);
            case QUOTA_EXCEEDED ->
                stop(
                        fault + "The account has reached its maximum number of tags. Delete some, or have the limit"
                                + " raised,",
                        refused);
            case UNKNOWN_CHANNEL ->
                stop(
                        fault + "Linkflow does not know the channel " + channelId + ". Correct "
                                + TagOptions.AUTO_CREATE_CHANNEL_ID,
                        refused);
            default ->
                stop(
                        fault + "Correct " + TagOptions.AUTO_CREATE_IDENTITY_TYPE + " and "
                                + TagOptions.AUTO_CREATE_CHANNEL_ID + ", or create the tag by hand,",
                        refused);
        };
    }

    private static ConnectException stop(String advice, PlatformException refused) {
        return new ConnectException(
                advice + " and restart the task. Nothing was lost. " + refused.getMessage(), refused);
    }
}
