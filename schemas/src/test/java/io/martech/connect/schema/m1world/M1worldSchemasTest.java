package io.martech.connect.schema.m1world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.ExactJson;
import io.martech.connect.schema.Handlings;
import io.martech.connect.schema.RowSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class M1worldSchemasTest {

    private final RowSchema contacts = M1worldSchemas.CONTACT.in(Handlings.DEFAULTS);
    private final RowSchema events = M1worldSchemas.EMAIL_EVENT.in(Handlings.DEFAULTS);

    @Test
    void aBirthdayIsADayWhateverTheReadersZone() {
        Struct contact = contact("{'id':1,'birthday':1443628800000}");
        assertThat(contact.get("birthday")).isEqualTo(dayOf("2015-10-01"));
        assertThat(contact.get("unmapped")).isNull();
    }

    /** The document's own example, whose birthday_des is that day. */
    @Test
    void aBirthdayAtAnotherTimeOfDayIsThatDayAndTheNumberIsKept() {
        Struct contact = contact("{'id':1,'birthday':1451024631}");
        assertThat(contact.get("birthday")).isEqualTo(dayOf("1970-01-18"));
        assertThat(contact.get("unmapped")).isEqualTo("{\"birthday\":1451024631}");
    }

    /** The document prints CDT: its server was in Asia/Shanghai, where it was +09:00 in the summers of 1986 to 1991. */
    @ParameterizedTest
    @CsvSource({
        "1990-05-10T00:00:00+09:00, '', 1990-05-10",
        "1990-05-10T00:00:00+08:00, '', 1990-05-10",
        "1986-05-04T00:00:00+08:00, '', 1986-05-04",
        "1986-07-01T00:00:00+09:00, '', 1986-07-01",
        "1991-09-14T00:00:00+09:00, '', 1991-09-14",
        "1991-12-31T00:00:00+08:00, '', 1991-12-31",
        "1990-01-10T00:00:00+08:00, '', 1990-01-10",
        "1941-06-01T00:00:00+09:00, '', 1941-06-01",
        "1990-05-10T00:30:00+09:00, 1990-05-10, 1990-05-10",
        "1990-05-10T00:30:00+09:00, 1990-05-09, 1990-05-09",
        "1990-05-10T00:30:00+09:00, ' ', 1990-05-09",
        "1990-05-10T12:00:00+08:00, 1970-01-01, 1990-05-10"
    })
    void aBirthdayIsTheDayOfWhichItIsAMidnight(OffsetDateTime time, String inWords, String day) {
        Struct contact =
                contact("{'id':1,'birthday':" + time.toInstant().toEpochMilli() + ",'birthday_des':'" + inWords + "'}");
        assertThat(contact.get("birthday")).isEqualTo(dayOf(day));
    }

    @Test
    void theContactOfTheDocumentHasItsPlace() {
        Struct contact = contact("{'id':4338372,'fullName':null,'gender':true,'birthday_des':'1970-01-18','province':0,"
                + "'createAt':0,'accountId':'2627','createTime':1451024646979,'updateTime':1451024646979,"
                + "'isEmailActive':true,'propertys':[{'id':0,'propertyId':189,'contactId':0,'label':'OnePassUserName',"
                + "'createTime':0,'updateTime':0}],'groups':[{'id':0,'groupId':1605,'groupName':'g','contactId':0,"
                + "'createTime':0}],'sources':[{'id':0,'sourceId':299,'name':'API导入','contactId':0,'createTime':0}],"
                + "'opLogs':[{'date':'2015-10-21','log':[{'logs':['通过Excel导入了联系人'],'username':'u'}]}],'tags':[]}");
        contact.validate();
        assertThat(contact.get("unmapped")).isNull();
        assertThat(contact.get("updateTime")).isEqualTo(Date.from(Instant.ofEpochMilli(1451024646979L)));
        assertThat(((Struct) contact.getArray("propertys").get(0)).get("label")).isEqualTo("OnePassUserName");
    }

    @Test
    void theTimeOfAnEventHasAFraction() {
        JsonNode row = ExactJson.read("{\"event_id\":\"ab\",\"task_id\":3450,\"eventdate\":\"2016-01-11 21:49:57.0\","
                + "\"sendtime\":1452214800000,\"mailing_id\":\"24788\"}");
        Struct event = events.value(row);
        assertThat(event.get("unmapped")).isNull();
        assertThat(event.get("eventdate")).isEqualTo(Date.from(Instant.parse("2016-01-11T13:49:57Z")));
        assertThat(events.key(row).getString("event_id")).isEqualTo("ab");
        assertThat(M1worldSchemas.EMAIL_EVENT.in(Handlings.TEXTS).value(row).get("eventdate"))
                .isEqualTo("2016-01-11T21:49:57.0+08:00");
    }

    private Struct contact(String text) {
        return contacts.value(ExactJson.read(text.replace('\'', '"')));
    }

    private static Date dayOf(String day) {
        return Date.from(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
