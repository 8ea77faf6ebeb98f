package io.martech.connect.acme;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.operation.SingleRequestOperation;
import io.martech.connect.sink.record.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code POST /v1/customers/batch}: up to 50 customers, known by their e-mail address. The last write of an address wins. */
final class AcmeCustomers implements SingleRequestOperation<AcmeCustomers.Customer> {

    private static final FieldPath EMAIL = FieldPath.of("email");
    private static final FieldPath NAME = FieldPath.of("name");

    private static final Expectation ACCEPTED = Expectation.accepted().rejecting("invalid_email");

    record Customer(String email, String name) {}

    /** A record without a value is skipped: Acme deletes nothing. */
    @Override
    public Optional<Message<Customer>> map(SinkRecord record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        String email = text(EMAIL, record)
                .orElseThrow(() -> new RecordRejectedException("field email", "It has no e-mail address."));
        Customer customer = new Customer(email, text(NAME, record).orElse(null));
        return Optional.of(new Message<>("customers", email, Set.of(email), customer));
    }

    @Override
    public ApiRequest request(List<Customer> customers) {
        ObjectNode body = Json.object();
        ArrayNode array = body.putArray("customers");
        customers.forEach(
                customer -> array.addObject().put("email", customer.email()).put("name", customer.name()));
        return ApiRequest.post("customers", "/v1/customers/batch", body).expecting(ACCEPTED);
    }

    private static Optional<String> text(FieldPath field, SinkRecord record) {
        return field.find(record).map(found -> found.value()).map(String::valueOf);
    }
}
