package io.martech.connect.sink.wukong;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Json;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.SingleRequestOperation;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The batch import of "加入悟空潜客" (wukong.md, 2.3): JSON with the user and a list of leads. It contains no id by which
 * the platform could detect duplicates, and no error is documented.
 */
final class LeadsOperation implements SingleRequestOperation<Lead> {

    private final LeadMapping mapping;
    private final String path;

    /** @param path the path in the configured revision */
    LeadsOperation(LeadMapping mapping, String path) {
        this.mapping = mapping;
        this.path = path;
    }

    @Override
    public Optional<Message<Lead>> map(SinkRecord record) {
        return mapping.of(record);
    }

    @Override
    public ApiRequest request(List<Lead> leads) {
        ObjectNode body = Json.object().put("wk_uid", leads.get(0).uid());
        ArrayNode data = body.putArray("data");
        leads.forEach(lead -> data.add(lead.toJson()));
        return ApiRequest.post("leads", path, body);
    }
}
