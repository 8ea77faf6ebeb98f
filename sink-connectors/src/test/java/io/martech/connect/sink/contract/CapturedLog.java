package io.martech.connect.sink.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Everything that is logged while it is open, stack traces included. */
public final class CapturedLog implements AutoCloseable {

    private final List<LogEvent> events = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Level levelBefore = context.getConfiguration().getRootLogger().getLevel();
    private final AbstractAppender appender = new AbstractAppender("captured", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            events.add(event.toImmutable());
        }
    };

    public CapturedLog() {
        appender.start();
        context.getConfiguration().getRootLogger().addAppender(appender, Level.ALL, null);
        context.getConfiguration().getRootLogger().setLevel(Level.ALL);
        context.updateLoggers();
    }

    /** What a worker logs by default: INFO and above. */
    public List<String> aboveDebug() {
        return events.stream()
                .filter(event -> event.getLevel().isMoreSpecificThan(Level.INFO))
                .map(CapturedLog::text)
                .toList();
    }

    public List<String> all() {
        return events.stream().map(CapturedLog::text).toList();
    }

    @Override
    public void close() {
        context.getConfiguration().getRootLogger().removeAppender("captured");
        context.getConfiguration().getRootLogger().setLevel(levelBefore);
        context.updateLoggers();
        appender.stop();
    }

    public static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String text(LogEvent event) {
        String message = event.getLoggerName() + " " + event.getMessage().getFormattedMessage();
        return event.getThrown() == null ? message : message + "\n" + text(event.getThrown());
    }
}
