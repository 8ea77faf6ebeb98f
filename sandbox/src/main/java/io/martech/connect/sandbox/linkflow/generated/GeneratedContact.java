package io.martech.connect.sandbox.linkflow.generated;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.model.Content;
import io.martech.connect.sandbox.linkflow.model.Draw;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Row;
import java.util.List;
import java.util.Locale;

/**
 * A contact with every field of the document's detail example. What identifies it follows from its id and stays; the rest
 * follows from the seed, so that another seed is another content.
 *
 * @param seed of the content
 */
public record GeneratedContact(long seed) implements Content {

    private static final String[] BIRTHDAYS = {
        "1991-11-11 00:00:00",
        "1986-05-04 00:00:00",
        "1940-06-01 00:00:00",
        "2000-02-29 00:00:00",
        "1969-12-31 00:00:00"
    };
    private static final String[] UNKNOWN_OF_ANONYMOUS = {
        "name", "nickname", "mobilePhone", "email", "homePhone", "userName", "idCard"
    };

    /** The identities that a generated contact is known by from its first day. */
    public static List<Identity> identities(long id, boolean anonymous) {
        return anonymous
                ? List.of(new Identity("anonymousId", anonymousId(id)))
                : List.of(new Identity("mobilePhone", mobilePhone(id)), new Identity("email", email(id)));
    }

    @Override
    public ObjectNode render(Row row, PlatformTime time) {
        Draw stable = new Draw(row.id());
        Draw draw = new Draw(seed, row.id());
        String[] place = Words.PLACES[draw.below(Words.PLACES.length)];
        ObjectNode contact = JsonText.object();
        contact.put("id", row.id());
        contact.set("dateCreated", time.ofRow(row.id(), row.createdSecond()));
        contact.set("lastUpdated", row.hasUpdateTime() ? time.ofRow(row.id(), row.updatedSecond()) : null);
        contact.putNull("ver");
        contact.put("anonymousId", row.anonymous() || stable.happens(30) ? anonymousId(row.id()) : null);
        contact.put("name", stable.oneOf(Words.SURNAMES) + draw.oneOf(Words.GIVEN_NAMES));
        contact.put("nickname", draw.oneOf(Words.NICKNAMES));
        contact.put("gender", draw.oneOf("male", "female", "unknown"));
        contact.put("dateOfBirthday", draw.happens(50) ? stable.oneOf(BIRTHDAYS) : null);
        contact.put("avatar", draw.happens(50) ? "http://wx.qlogo.cn/mmopen/" + draw.digits(12) + "/0" : null);
        contact.put("profilePhoto", draw.happens(10) ? "http://wx.qlogo.cn/photo/" + draw.digits(8) : null);
        contact.put("mobilePhone", mobilePhone(row.id()));
        contact.put("homePhone", draw.happens(20) ? "025-" + draw.digits(8) : null);
        contact.put("email", email(row.id()));
        contact.put("country", "中国");
        contact.put("state", place[0]);
        contact.put("street", draw.happens(50) ? place[2] : null);
        contact.put("city", place[1]);
        contact.put("postalCode", draw.happens(50) ? draw.digits(6) : null);
        contact.put("comments", draw.oneOf("备注", "", "第一行\n第二行"));
        contact.put("userName", stable.happens(10) ? "user" + stable.digits(5) : null);
        contact.put("title", draw.happens(50) ? draw.oneOf(Words.TITLES) : null);
        contact.put("website", draw.happens(20) ? "https://www.linkflowtech.com/" : null);
        contact.put("company", draw.happens(50) ? draw.oneOf(Words.COMPANIES) : null);
        contact.put("industry", draw.happens(50) ? draw.oneOf(Words.INDUSTRIES) : null);
        contact.put("department", draw.happens(50) ? draw.oneOf(Words.DEPARTMENTS) : null);
        contact.put("idCard", stable.happens(20) ? stable.digits(17) + "X" : null);
        writeUtm(contact, draw);
        GeneratedProps.fill(contact.putObject("props"), draw, row.createdSecond(), time);
        contact.put("isAnonymous", row.anonymous());
        if (draw.happens(5)) {
            contact.put("score", draw.below(100));
        }
        if (row.anonymous()) {
            for (String field : UNKNOWN_OF_ANONYMOUS) {
                contact.putNull(field);
            }
        }
        writeOpenIds(contact.putArray("openIds"), row.id(), stable);
        return contact;
    }

    @Override
    public Content changed(long otherSeed) {
        return new GeneratedContact(otherSeed);
    }

    private static void writeUtm(ObjectNode contact, Draw draw) {
        if (draw.happens(10)) {
            contact.putNull("utm");
            return;
        }
        ObjectNode utm = contact.putObject("utm");
        utm.put("source", draw.oneOf(Words.SOURCES));
        utm.put("campaign", draw.oneOf("campaign", "双11"));
        utm.put("medium", draw.happens(80) ? "medium" : null);
        if (draw.happens(80)) {
            utm.put("content", "content");
            utm.put("term", "term");
        }
    }

    private static void writeOpenIds(ArrayNode openIds, long id, Draw stable) {
        int count = stable.below(3);
        for (int i = 0; i < count; i++) {
            openIds.addObject()
                    .put("channelId", "wx5a39a02868a3999" + i)
                    .put("channelName", i == 0 ? "渠道名称A" : "联否Linkflow")
                    .put("openId", "olbUb0gzPm0Z1eDkEhvq_" + id + i);
        }
    }

    private static String mobilePhone(long id) {
        return "13" + String.format(Locale.ROOT, "%09d", Math.floorMod(id, 1_000_000_000L));
    }

    private static String email(long id) {
        return "c" + id + "@example.com";
    }

    private static String anonymousId(long id) {
        return "olbUb0_" + id;
    }
}
