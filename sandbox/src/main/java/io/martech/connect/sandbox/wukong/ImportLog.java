package io.martech.connect.sandbox.wukong;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that was imported, in order. Thread-safe. */
final class ImportLog {

    private final List<ImportedLead> leads = new ArrayList<>();
    private long requests;

    /** The leads of one request. */
    synchronized void add(String path, String wkUid, List<Map<String, String>> rows, Instant receivedAt) {
        for (Map<String, String> row : rows) {
            leads.add(new ImportedLead(leads.size(), path, requests, wkUid, row, receivedAt));
        }
        requests++;
    }

    synchronized List<ImportedLead> leads() {
        return List.copyOf(leads);
    }
}
