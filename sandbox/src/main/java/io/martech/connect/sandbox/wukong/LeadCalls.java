package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The calls that read leads and their lists. */
final class LeadCalls {
    private final WukongPlatform platform;

    LeadCalls(WukongPlatform platform) {
        this.platform = platform;
    }

    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.reading("POST", "/openv1/list", "lists", this::lists)
                        .when(request -> platform.quirks().knows(WukongRevision.V1)),
                ApiEndpoint.reading("POST", "/openv1/lists", "lists", this::lists)
                        .when(request -> platform.quirks().knows(WukongRevision.V2)),
                ApiEndpoint.reading("POST", "/openv1/potential", "leads", this::leads));
    }

    /** 2.1 获取潜客列表. */
    private Response lists(Request request) {
        RequestFields fields =
                RequestFields.of(request, platform.quirks().parameterPlaces.get());
        platform.checkToken(fields);
        DayFilter days = DayFilter.of(fields, platform.quirks());
        Set<String> ids = listsAskedFor(fields);
        ArrayNode rows = JsonText.array();
        platform.leads().lists().stream()
                .filter(list -> ids.contains(list.id()) && days.includes(list.createdSecond()))
                .forEach(list -> rows.add(list.render()));
        return JsonText.answer(rows);
    }

    /** 2.2 获取潜客信息: leads by the date of their creation, without paging. */
    private Response leads(Request request) {
        WukongQuirks quirks = platform.quirks();
        RequestFields fields = RequestFields.of(request, quirks.parameterPlaces.get());
        platform.checkToken(fields);
        DayFilter days = DayFilter.of(fields, quirks);
        Set<String> lists = listsAskedFor(fields);
        List<Lead> found = new ArrayList<>();
        for (Lead lead : platform.leads().all()) {
            long hits = lead.listIds().stream().filter(lists::contains).count();
            if (hits > 0 && days.includes(lead.createdSecond())) {
                found.addAll(Collections.nCopies(quirks.leadRepeatedForEachList.get() ? (int) hits : 1, lead));
            }
        }
        ArrayNode rows = JsonText.array();
        ordered(found).stream().limit(quirks.largestLeadAnswer.get()).forEach(lead -> rows.add(lead.render()));
        return JsonText.answer(rows);
    }

    private List<Lead> ordered(List<Lead> oldestFirst) {
        return switch (platform.quirks().leadOrder.get()) {
            case OLDEST_FIRST -> oldestFirst;
            case NEWEST_FIRST -> {
                Collections.reverse(oldestFirst);
                yield oldestFirst;
            }
            case UNORDERED -> platform.leads().shuffled(oldestFirst);
        };
    }

    /** The lists that the filters {@code wk_uid} (one) and {@code list_id} (several joined by commas) leave. */
    private Set<String> listsAskedFor(RequestFields fields) {
        Set<String> ids = platform.leads().listIds(list -> true);
        if (fields.has("wk_uid")) {
            String uid = fields.get("wk_uid").orElseThrow();
            ids = found(
                    "wk_uid", uid, platform.leads().listIds(list -> list.uid().equals(uid)));
        }
        if (fields.has("list_id") && platform.quirks().knows(WukongRevision.V2)) {
            Set<String> asked = new TreeSet<>();
            for (String id : fields.get("list_id").orElseThrow().split(",")) {
                asked.addAll(found("list_id", id, platform.leads().listIds(list -> list.id()
                        .equals(id))));
            }
            ids.retainAll(asked);
        }
        return ids;
    }

    private Set<String> found(String name, String value, Set<String> lists) {
        if (lists.isEmpty() && platform.quirks().unknownFilterRefused.get()) {
            throw Answers.refusal(platform.quirks(), Answers.UNKNOWN_USER_OR_LIST, name + "不存在: " + value);
        }
        return lists;
    }

    /**
     * The filters {@code create_at}, {@code create_at_start} and {@code create_at_end}: dates as in 2017-1-1, with or without leading
     * zeros, at the platform's offset. Each may be null.
     */
    private record DayFilter(WukongQuirks quirks, LocalDate day, LocalDate start, LocalDate end) {
        private static final DateTimeFormatter DATE =
                DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

        static DayFilter of(RequestFields fields, WukongQuirks quirks) {
            return new DayFilter(
                    quirks,
                    date(fields, "create_at", quirks),
                    date(fields, "create_at_start", quirks),
                    date(fields, "create_at_end", quirks));
        }

        boolean includes(long epochSecond) {
            LocalDate date = Instant.ofEpochSecond(epochSecond)
                    .atOffset(WukongQuirks.ZONE)
                    .toLocalDate();
            boolean isEarlyEnough = end == null || date.isBefore(quirks.endIncluded.get() ? end.plusDays(1) : end);
            boolean isLateEnough =
                    start == null || date.isAfter(quirks.startIncluded.get() ? start.minusDays(1) : start);
            return isLateEnough && isEarlyEnough && (day == null || date.equals(day));
        }

        private static LocalDate date(RequestFields fields, String name, WukongQuirks quirks) {
            String text = fields.get(name).orElse(null);
            try {
                return text == null ? null : LocalDate.parse(text, DATE);
            } catch (DateTimeParseException e) {
                throw Answers.refusal(quirks, Answers.PARAMETER, name + "格式错误: " + text);
            }
        }
    }
}
