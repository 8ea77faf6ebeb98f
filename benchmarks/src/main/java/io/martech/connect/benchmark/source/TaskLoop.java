package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.setting.BenchmarkException;
import io.martech.connect.source.linkflow.LinkflowSourceConnector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;

/** Drives a source task as a worker does, without Kafka: polls it, and confirms each record as soon as it has it. */
final class TaskLoop implements AutoCloseable {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

    private final LinkflowSourceConnector.Task task = new LinkflowSourceConnector.Task();

    /** Starts the task at the beginning of the history. */
    TaskLoop(Map<String, String> configuration) {
        task.initialize(new NothingReadBefore(configuration));
        task.start(configuration);
    }

    /** How long so many pages take, from one in full swing to another. */
    Duration timeToReadPages(int count) throws InterruptedException {
        nextPage();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            nextPage();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void nextPage() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_SILENCE.toNanos();
        List<SourceRecord> records = task.poll();
        while (records == null) {
            if (System.nanoTime() - deadline > 0) {
                throw new BenchmarkException("The source task delivers nothing any more");
            }
            records = task.poll();
        }
        records.forEach(record -> task.commitRecord(record, null));
    }

    @Override
    public void close() {
        task.stop();
    }
}
