package io.martech.connect.sink.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/** A dead-letter topic whose confirmations a test may hold back. Remembers the thread that reported. */
public final class FakeReporter implements ErrantRecordReporter {

    /** One report. */
    public record Report(SinkRecord record, Throwable error, Thread thread, CompletableFuture<Void> confirmation) {}

    private final List<Report> reports = new ArrayList<>();
    private boolean confirmsAtOnce = true;
    private RuntimeException refusal;

    /** From now on, reports are confirmed only when the test completes them. */
    public FakeReporter confirmLater() {
        confirmsAtOnce = false;
        return this;
    }

    /** From now on, reports are refused, as the framework does when errors are not tolerated. */
    public FakeReporter refuse(RuntimeException with) {
        refusal = with;
        return this;
    }

    public List<Report> reports() {
        return reports;
    }

    public List<Object> values() {
        return reports.stream().map(report -> report.record().value()).toList();
    }

    @Override
    public Future<Void> report(SinkRecord record, Throwable error) {
        CompletableFuture<Void> confirmation = new CompletableFuture<>();
        if (refusal != null) {
            throw refusal;
        }
        reports.add(new Report(record, error, Thread.currentThread(), confirmation));
        if (confirmsAtOnce) {
            confirmation.complete(null);
        }
        return confirmation;
    }
}
