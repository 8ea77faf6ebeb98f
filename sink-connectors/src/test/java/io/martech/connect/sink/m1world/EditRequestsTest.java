package io.martech.connect.sink.m1world;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.sink.engine.FakeTime;
import io.martech.connect.sink.lookup.LookupCache;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EditRequestsTest {

    private final FakeTime time = new FakeTime();
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void titles_are_read_once_a_day_whichever_name_the_list_gives_a_field() {
        EditRequests requests = requestsWithTitles(Map.of("province", "省份", "email", "邮箱"));
        Map<ContactField, Object> fields =
                Map.of(ContactField.EMAIL, "a@example.com", ContactField.PROVINCE, "上海", ContactField.CITY, "上海");
        Contact contact = new Contact(new Object(), null, fields, Map.of());
        for (int minute = 0; minute < 60; minute++) {
            ApiRequest request = requests.of(List.of(contact), Map.of());
            assertThat(parameter(request, "fields")).contains("省份").contains("邮箱");
            time.advance(Duration.ofMinutes(1));
        }
        assertThat(readings).hasValue(1);
        time.advance(Duration.ofDays(1));
        requests.of(List.of(contact), Map.of());
        assertThat(readings).hasValue(2);
    }

    private static String parameter(ApiRequest request, String name) {
        return request.query().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private EditRequests requestsWithTitles(Map<String, String> titles) {
        return new EditRequests(
                ContactField.EMAIL,
                DateTimeFormatter.ISO_LOCAL_DATE,
                new LookupCache<>(
                        () -> {
                            readings.incrementAndGet();
                            return titles;
                        },
                        any -> true,
                        Duration.ofDays(1),
                        time));
    }
}
