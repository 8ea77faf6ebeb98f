package io.martech.connect.schema.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.ExactJson;
import io.martech.connect.schema.Handlings;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.TopicSchema;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of Linkflow's lists as its document shows them. */
class LinkflowListsTest {

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(LinkflowLists.GROUP, """
                        {"lastUpdated":"2017-12-07 16:59:38","groupType":"static",
                         "dateCreated":"2017-12-07 16:59:38","name":"618潜在客户","id":47}"""),
                Arguments.of(LinkflowLists.TAG, """
                        {"tagId":2,"tagKey":"tag_878","tagName":"用户活跃度","dataType":"text","tagType":"UPLOAD",
                         "status":"ACTIVE","folderId":56,"dateCreated":"2017-11-30 19:37:12",
                         "lastUpdated":"2017-11-30 19:37:12","lastCalculateTime":"2017-11-30 20:37:12"}"""),
                Arguments.of(LinkflowLists.FOLDER, """
                        {"id":175,"name":"测试目录名称","domain":"TAG","parentId":174,
                         "dateCreated":"2024-11-08 15:03:10","lastUpdated":"2024-11-08 15:03:10"}"""),
                Arguments.of(LinkflowLists.GROUP_MEMBER, """
                        {"lastUpdated":"2018-04-19 14:54:53","dateCreated":"2018-04-19 14:54:53","contactId":17760,
                         "contact":{"mobilePhone":"13774202819","name":"tiger","id":17760,"email":"a@b.c"},
                         "contactGroupId":252,"version":1,"memberId":1243184}"""),
                Arguments.of(LinkflowLists.QR_CODE, """
                        {"dateCreated":"2022-07-19 10:43:41","lastUpdated":"2022-09-06 09:57:16","id":2,
                         "configId":"7c4028ec8fc99597bf28cc8791f9aa71","qrCode":"https://wework.qpic.cn/wwpic/0",
                         "tenantId":1,"channelId":140926029029409,
                         "utm":{"source":"新建来源","campaign":"新建活动","term":"新建关键字"},
                         "contactWay":{"remark":"添加单人","type":"SINGLE"},"isSetWelcomeMessage":false,
                         "workWechatWelcomeMessageId":17}"""),
                Arguments.of(LinkflowLists.REPORT, """
                        {"reportId":404,"status":1,"reportName":"test","chartType":"TWO_YAXIS",
                         "chart":{"type":"TWO_YAXIS","display":"双轴图"},"measures":["任意事件的总次数"],
                         "dimensions":[{"field":"#{contact.gender}","fieldType":"text","fieldLabel":"性别"}],
                         "result":[{"dateList":["2024-05-20"],"dimRsList":[{"dim":["总体"],"rs":[["0"]]}]}]}"""),
                Arguments.of(LinkflowLists.DASHBOARD, """
                        {"dashboardId":1,"kanBanName":"y01","reports":[{"id":404,"reportName":"归因无"}]}"""),
                Arguments.of(LinkflowLists.TAG_VALUE, """
                        {"contactId":29,"tagId":1,"tagName":"性别","tagKey":"tag_yhxb","value":"男"}"""),
                Arguments.of(LinkflowLists.TAG_VALUE_LINE, """
                        {"tagKey":"tag_sf","taskId":19723653547885,"line":2,"text":"13800000000,江苏",
                         "startedAt":"2026-03-01 10:00:00"}"""));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyDocumentedFieldHasItsPlace(TopicSchema topic, String example) {
        RowSchema schema = topic.in(Handlings.DEFAULTS);
        JsonNode row = ExactJson.read(example);

        Struct value = schema.value(row);

        value.validate();
        schema.key(row).validate();
        assertThat(value.get("unmapped")).isNull();
        row.fieldNames()
                .forEachRemaining(
                        field -> assertThat(value.get(field)).as(field).isNotNull());
    }

    @Test
    void timesAreReadAtTheFixedOffset() {
        Struct group = LinkflowLists.GROUP.in(Handlings.DEFAULTS).value(ExactJson.read("""
                {"id":47,"lastUpdated":"2017-12-07 16:59:38"}"""));

        assertThat(group.get("lastUpdated")).isEqualTo(Date.from(Instant.parse("2017-12-07T08:59:38Z")));
    }
}
