package io.martech.connect.sink.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.linkflow.LinkflowPaths;
import java.util.HashMap;
import java.util.Map;

/** The groups of an account, see {@link LinkflowPaths#GROUPS}. */
public final class GroupList {

    private final PlatformClient client;

    public GroupList(PlatformClient client) {
        this.client = client;
    }

    /**
     * Every group by name; of several with one name, the oldest that accepts members.
     *
     * @throws PlatformException if the list cannot be read
     * @throws ConnectException if the response is invalid
     */
    public Map<String, Group> read() {
        Map<String, Group> byName = new HashMap<>();
        for (JsonNode row : rows()) {
            Group group = Group.of(row);
            byName.merge(group.name(), group, GroupList::better);
        }
        return byName;
    }

    private static Group better(Group one, Group other) {
        if (one.isStatic() != other.isStatic()) {
            return one.isStatic() ? one : other;
        }
        return one.id() < other.id() ? one : other;
    }

    private JsonNode rows() {
        return client.execute(ApiRequest.get("groups", LinkflowPaths.GROUPS).expecting(Expectation.array()))
                .body();
    }
}
