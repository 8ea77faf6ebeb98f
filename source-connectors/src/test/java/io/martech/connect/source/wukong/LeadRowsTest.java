package io.martech.connect.source.wukong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadRowsTest {

    private final LeadRows rows = new LeadRows(LocalDate.parse("2026-03-01"));

    @Test
    void valuesAreSplitBesideTheRawText() throws Exception {
        rows.add(lead("{'c_id':'7','name':',Zhang A,Zhang B,','mobile':'0','email':'a@b.cn'}"), null);
        JsonNode row = rows.rows(LeadRows.WK_UIDS).get(0);
        assertThat(row.path("name").asText()).as("the raw text").isEqualTo(",Zhang A,Zhang B,");
        assertThat(row.path("names").toString()).isEqualTo("[\"Zhang A\",\"Zhang B\"]");
        assertThat(row.path("mobiles")).as("0 means none").isEmpty();
        assertThat(row.path("emails").toString()).isEqualTo("[\"a@b.cn\"]");
        assertThat(row.path("create_at").asText()).isEqualTo("2026-03-01");
    }

    @Test
    void aLeadInTwoListsIsOneRowAndDoesNotLookChanged() throws Exception {
        JsonNode lead = lead("{'c_id':'7','name':',A,','mobile':'1','email':'0'}");
        rows.add(lead, "list-2");
        JsonNode before = LeadRows.fingerprinted(rows.rows(LeadRows.LIST_IDS).get(0));
        rows.add(lead, "list-1");
        List<JsonNode> found = rows.rows(LeadRows.LIST_IDS);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("list_ids").toString()).isEqualTo("[\"list-1\",\"list-2\"]");
        assertThat(LeadRows.fingerprinted(found.get(0))).isEqualTo(before);
    }

    /** It cannot become a record, which is told where records are made. */
    @Test
    void aLeadWithoutItsIdComesOutAsItIs() throws Exception {
        rows.add(lead("{'c_id':null,'name':',A,'}"), "list-1");
        rows.add(lead("null"), "list-1");
        rows.add(lead("{'c_id':'7'}"), "list-1");

        assertThat(rows.rows(LeadRows.LIST_IDS)).hasSize(3).contains(lead("{'c_id':null,'name':',A,'}"), lead("null"));
        assertThat(LeadRows.fingerprinted(lead("null"))).isEqualTo(lead("null"));
    }

    private static JsonNode lead(String text) throws Exception {
        return Json.read(text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
