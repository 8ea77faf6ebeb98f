package io.martech.connect.sandbox.m1world;

import static io.martech.connect.sandbox.m1world.Sandbox.assertRefused;
import static io.martech.connect.sandbox.m1world.Sandbox.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.m1world.account.ReceivedContacts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactWritesTest {

    private static final String OVERWRITE = "1";
    private static final String MERGE = "2";
    private static final String ADD = "3";

    /** The first contact of the document's example. */
    private static final String DOCUMENTED = """
            {"fullName":"测试名称1","gender":true,"birthday":1443628800000,"companyName":"梅花信息","jobTitle":"开发",
             "email":"meihua1@meihua.info","workPhone":"13800000012","mobilePhone":" ","website":" ","fax":" ","country":" ",
             "province_zh":"上海","city_zh ":"上海","address":" ","postCode":" ","qQ":" ","weibo":" ","weixin":" ","notes":" ",
             "propertys":[{"propertyId":159,"label":"文本"},{"propertyId":160,"label":"文字"}]}
            """;

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final M1worldPlatform platform = sandbox.platform;

    @Test
    void theDocumentsExampleIsKept() {
        platform.addProperty("行业", 1);
        platform.addProperty("来源", 2);
        assertThat(data(sandbox.add(ADD, "[" + DOCUMENTED + "]"))).hasToString("{\"groupId\":\"null\"}");

        JsonNode contact = only("email", "meihua1@meihua.info");
        assertThat(contact.get("gender").booleanValue()).isTrue();
        assertThat(contact.get("birthday").longValue()).isEqualTo(1_443_628_800_000L);
        assertThat(contact.get("birthday_des").textValue()).isEqualTo("2015-10-01");
        assertThat(contact.get("mobilePhone").textValue()).isEqualTo(" ");
        assertThat(contact.get("province_zh").textValue()).isEqualTo("上海");
        assertThat(contact.get("city_zh").textValue())
                .as("the name with a blank is a slip")
                .isEqualTo(" ");
        assertThat(platform.ignoredFields()).isEqualTo(Map.of("city_zh ", 1L));
        assertThat(platform.contacts().propertiesOf(contact.get("id").longValue()))
                .isEqualTo(Map.of("行业", "文本", "来源", "文字"));
    }

    @Test
    void overwritingLeavesNothingOfTheOldContent() {
        platform.addProperty("行业", 1);
        sandbox.add(
                ADD, "[{\"email\":\"a@b.c\",\"notes\":\"old\",\"propertys\":[{\"propertyId\":159,\"label\":\"x\"}]}]");
        sandbox.add(OVERWRITE, "[{\"email\":\"a@b.c\",\"fullName\":\"new\"}]");
        JsonNode contact = only("email", "a@b.c");
        assertThat(contact.get("fullName").textValue()).isEqualTo("new");
        assertThat(contact.get("notes").textValue()).isEqualTo(" ");
        assertThat(platform.contacts().propertiesOf(contact.get("id").longValue()))
                .isEmpty();
    }

    @Test
    void mergingLaysTheNewOverTheOldAndBlanksChangeNothing() {
        platform.addProperty("行业", 1);
        sandbox.add(MERGE, "[{\"email\":\"a@b.c\",\"notes\":\"old\",\"fax\":\"1\"}]");
        sandbox.clock.advance(Duration.ofSeconds(1));
        sandbox.add(
                MERGE,
                "[{\"email\":\"a@b.c\",\"fullName\":\"new\",\"notes\":\"newer\",\"fax\":\" \",\"jobTitle\":null,"
                        + "\"propertys\":[{\"propertyId\":159,\"label\":\"x\"}]}]");
        JsonNode contact = only("email", "a@b.c");
        assertThat(contact.get("notes").textValue()).isEqualTo("newer");
        assertThat(contact.get("fax").textValue()).isEqualTo("1");
        assertThat(contact.get("updateTime").longValue()
                        - contact.get("createTime").longValue())
                .isEqualTo(1000);
        assertThat(platform.contacts().propertiesOf(contact.get("id").longValue()))
                .isEqualTo(Map.of("行业", "x"));

        sandbox.quirks.mergeOnlyFillsGaps.set(true);
        sandbox.add(MERGE, "[{\"email\":\"a@b.c\",\"notes\":\"newest\",\"website\":\"w\"}]");
        assertThat(only("email", "a@b.c").get("notes").textValue()).isEqualTo("newer");
        assertThat(only("email", "a@b.c").get("website").textValue()).isEqualTo("w");
    }

    @Test
    void addingMakesASecondContactOfTheSamePerson() {
        sandbox.add(ADD, "[{\"email\":\"a@b.c\"},{\"email\":\"a@b.c\"}]");
        assertThat(platform.contacts().with("email", "a@b.c")).hasSize(2);
        sandbox.add(MERGE, "[{\"email\":\"a@b.c\",\"notes\":\"x\"}]");
        assertThat(platform.contacts().with("notes", "x"))
                .as("the oldest is meant")
                .hasSize(1);
    }

    @Test
    void contactsAreMatchedByMailThenByPhoneOrAsChosen() {
        sandbox.add(MERGE, "[{\"email\":\"a@b.c\",\"mobilePhone\":\"1\"},{\"mobilePhone\":\"2\"}]");
        sandbox.add(MERGE, "[{\"email\":\"a@b.c\",\"mobilePhone\":\"2\",\"notes\":\"by mail\"}]");
        sandbox.add(MERGE, "[{\"email\":\"new\",\"mobilePhone\":\"2\",\"fax\":\"by phone\"}]");
        assertThat(platform.contacts().count()).isEqualTo(2);
        assertThat(only("fax", "by phone")).isEqualTo(only("notes", "by mail"));
        assertThat(platform.contacts().with("mobilePhone", "2")).hasSize(2);

        sandbox.quirks.identityFields.set(List.of("weixin"));
        sandbox.add(OVERWRITE, "[{\"email\":\"new\",\"weixin\":\"w\"},{\"email\":\"d@e.f\",\"weixin\":\"w\"}]");
        assertThat(platform.contacts().count()).isEqualTo(3);
        assertThat(only("weixin", "w").get("email").textValue()).isEqualTo("d@e.f");
    }

    @Test
    void aGroupIsCreatedByItsNameOnce() {
        String contact = "[{\"email\":\"a@b.c\"}]";
        long group = data(sandbox.post("/contact/add", "opType", MERGE, "contacts", contact, "groupName", "展会"))
                .get("groupId")
                .longValue();
        assertThat(data(sandbox.post("/contact/add", "opType", MERGE, "contacts", contact, "groupName", "展会"))
                        .get("groupId")
                        .longValue())
                .isEqualTo(group);
        assertThat(platform.contacts().groupsOf(only("email", "a@b.c").get("id").longValue()))
                .containsExactly("展会");
    }

    @Test
    void aBatchHoldsAThousandContacts() {
        assertThat(data(sandbox.add(ADD, people(1000)))).isNotNull();
        assertRefused(sandbox.add(ADD, people(1001)), "E00005");
        assertThat(platform.contacts().count()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"notes\":\"some poison\"}",
                "{\"gender\":\"男\"}",
                "{\"birthday\":\"1990-05-10\"}",
                "{\"notes\":[1]}",
                "{\"propertys\":[{\"propertyId\":1,\"label\":\"x\"}]}",
                "{}",
                "[]"
            })
    void oneBadContactRefusesItsWholeBatchWithoutEffect(String bad) {
        assertRefused(sandbox.add(MERGE, "[{\"email\":\"a@b.c\"}," + bad + "]"), "E10103");
        assertThat(platform.contacts().count()).isZero();
        assertThat(platform.receivedContacts()).isEmpty();
    }

    @Test
    void whatIsMissingIsRefused() {
        assertRefused(sandbox.add("4", people(1)), "E10103");
        assertRefused(sandbox.post("/contact/add", "contacts", people(1)), "E10103");
        assertRefused(sandbox.post("/contact/add", "opType", ADD), "E10103");
        assertRefused(sandbox.add(ADD, "[]"), "E10103");
        assertRefused(sandbox.add(ADD, "[{\"email\":"), "E10103");
    }

    @ParameterizedTest
    @CsvSource({"E00001", "E00002", "E00003", "E00004"})
    void aFullAccountTakesChangesButNoNewContacts(String code) {
        sandbox.quirks.mostContacts.set(2).accountLimitCode.set(code);
        sandbox.add(ADD, people(2));
        assertRefused(sandbox.add(MERGE, people(3)), code);
        assertRefused(sandbox.add(ADD, people(1)), code);
        assertThat(data(sandbox.add(MERGE, people(2)))).isNotNull();
        assertThat(platform.contacts().count()).isEqualTo(2);
    }

    @Test
    void onePersonTwiceInABatchTakesOnePlaceOfTheAccount() {
        sandbox.quirks.mostContacts.set(1).accountLimitCode.set("E00001");
        assertThat(data(sandbox.add(MERGE, "[{\"email\":\"a@b.c\"},{\"email\":\"a@b.c\",\"notes\":\"x\"}]")))
                .isNotNull();
        assertThat(only("email", "a@b.c").get("notes").textValue()).isEqualTo("x");
    }

    @Test
    void editingChangesWhoHasTheUniqueValue() {
        platform.addProperty("文本", 1);
        sandbox.add(ADD, "[{\"email\":\"a@b.c\",\"notes\":\"stays\",\"fax\":\"goes\"},{\"email\":\"other@b.c\"}]");
        String fields = "[{\"field\":\"email\",\"isUniq\":true,\"isOrigin\":true,\"type\":1},{\"field\":\"province\"},"
                + "{\"field\":\"gender\"},{\"field\":\"birthday\"},{\"field\":\"fax\"},"
                + "{\"field\":\"159\",\"isOrigin\":false,\"type\":1}]";
        String rows = "[[\"a@b.c\",\"上海\",\"女\",\"Thu May 10 00:00:00 CDT 1990\",\" \",\"文本1\"],"
                + "[\"missing@b.c\",\"上海\",\"男\",\"1990-05-10\",null,\"x\"]]";
        assertThat(data(sandbox.post("/contact/edit", "contacts", rows, "fields", fields))
                        .textValue())
                .isEqualTo("success");
        JsonNode contact = only("email", "a@b.c");
        assertThat(contact.get("province_zh").textValue()).isEqualTo("上海");
        assertThat(contact.get("gender").booleanValue()).isFalse();
        assertThat(contact.get("birthday_des").textValue()).isEqualTo("1990-05-10");
        assertThat(contact.get("fax").textValue()).isEqualTo(" ");
        assertThat(contact.get("notes").textValue()).isEqualTo("stays");
        assertThat(platform.contacts().propertiesOf(contact.get("id").longValue()))
                .isEqualTo(Map.of("文本", "文本1"));
        assertThat(platform.contacts().count()).isEqualTo(2);

        sandbox.quirks.editInsertsMissing.set(true);
        sandbox.post("/contact/edit", "contacts", rows, "fields", fields);
        assertThat(platform.contacts().count()).isEqualTo(3);
    }

    @Test
    void anEditNeedsAUniqueFieldAndRowsOfItsLength() {
        assertRefused(
                sandbox.post("/contact/edit", "contacts", "[[\"x\"]]", "fields", "[{\"field\":\"email\"}]"), "E10103");
        String unique = "[{\"field\":\"email\",\"isUniq\":true}]";
        assertRefused(sandbox.post("/contact/edit", "contacts", "[[\"x\",\"y\"]]", "fields", unique), "E10103");
        String tooMany = "[" + IntStream.range(0, 1001).mapToObj(i -> "[\"x\"]").collect(Collectors.joining(",")) + "]";
        assertRefused(sandbox.post("/contact/edit", "contacts", tooMany, "fields", unique), "E00005");
    }

    @Test
    void severalUniqueFieldsMustAllBeEqual() {
        sandbox.add(ADD, "[{\"email\":\"a@b.c\"},{\"email\":\"a@b.c\",\"mobilePhone\":\"1\"}]");
        String fields =
                "[{\"field\":\"email\",\"isUniq\":true},{\"field\":\"mobilePhone\",\"isUniq\":true},{\"field\":\"fax\"}]";
        data(sandbox.post("/contact/edit", "contacts", "[[\"a@b.c\",\"1\",\"x\"]]", "fields", fields));
        assertThat(only("fax", "x").get("mobilePhone").textValue()).isEqualTo("1");
    }

    @Test
    void contactsAreDeletedByIds() {
        List<Long> ids = platform.contacts().insert(3);
        assertThat(data(sandbox.post("/contact/delete", "ids", "[" + ids.get(0) + "," + ids.get(2) + ",1]"))
                        .textValue())
                .isEqualTo("success");
        assertThat(platform.contacts().byId().keySet()).containsExactly(ids.get(1));
        assertRefused(sandbox.post("/contact/delete", "ids", ids.get(1).toString()), "E10103");
    }

    @Test
    void writesAreKeptInTheirOrder() {
        sandbox.add(MERGE, people(1));
        sandbox.add(OVERWRITE, people(2));
        sandbox.post("/contact/delete", "ids", "[1]");
        assertThat(platform.receivedContacts())
                .extracting(ReceivedContacts::number, ReceivedContacts::path, ReceivedContacts::opType)
                .containsExactly(
                        tuple(0L, "/contact/add", MERGE),
                        tuple(1L, "/contact/add", OVERWRITE),
                        tuple(2L, "/contact/delete", null));
        assertThat(platform.receivedContacts().get(1).contacts())
                .isEqualTo(JsonText.read(people(2)).orElseThrow());
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"email\":\"p" + i + "@example.com\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private JsonNode only(String field, String text) {
        List<JsonNode> contacts = platform.contacts().with(field, text);
        assertThat(contacts).hasSize(1);
        return contacts.get(0);
    }
}
