package io.martech.connect.sink.linkflow.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.lookup.SingleFlight;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /open/groups} of "创建群组". Thread-safe; one thread creates at a time. */
public final class GroupCreation {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCreation.class);

    private static final String EXISTS = "B00001";
    private static final String QUOTA_EXCEEDED = "B00157";
    private static final Expectation CREATED = Expectation.object().rejecting(EXISTS, QUOTA_EXCEEDED);

    private final PlatformClient client;
    private final LookupCache<Group> directory;
    private final SingleFlight creating = new SingleFlight();

    public GroupCreation(PlatformClient client, LookupCache<Group> directory) {
        this.client = client;
        this.directory = directory;
    }

    /**
     * Creates the group, unless another thread or another client has created it first.
     *
     * @throws ConnectException if the maximum number of groups is reached, or the group exists and is not listed
     */
    Group create(String name) {
        return creating.run(() -> directory.find(name).orElseGet(() -> createNow(name)));
    }

    private Group createNow(String name) {
        ObjectNode body = Json.object().put("name", name).put("groupType", "static");
        try {
            Group group = Group.of(client.execute(
                            ApiRequest.post("groups", "/open/groups", body).expecting(CREATED))
                    .body());
            LOG.info("Created the group {} ({})", name, LinkflowGroupMembersOptions.AUTO_CREATE);
            directory.add(name, group);
            return group;
        } catch (PlatformException refused) {
            if (refused.category() != Category.REJECT) {
                throw refused;
            }
            if (EXISTS.equals(refused.code())) {
                return directory
                        .awaitListed(name)
                        .orElseThrow(
                                () -> stop("exists, but is not listed. Wait until Linkflow shows it", name, refused));
            }
            throw stop(
                    "could not be created: the account has reached its maximum number of groups. Delete some",
                    name,
                    refused);
        }
    }

    private static ConnectException stop(String fault, String name, PlatformException refused) {
        return new ConnectException(
                "The group " + name + " " + fault + ", and restart the task. Nothing was lost. " + refused.getMessage(),
                refused);
    }
}
