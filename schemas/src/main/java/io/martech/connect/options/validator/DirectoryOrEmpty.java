package io.martech.connect.options.validator;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** The path of a directory, which need not exist yet, or nothing. */
public final class DirectoryOrEmpty implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if ("".equals(value)) {
            return;
        }
        if (!(value instanceof String text) || text.isBlank()) {
            throw new ConfigException(name, value, "must be " + this);
        }
        try {
            Path path = Path.of(text);
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new ConfigException(name, value, "there is a file of that name; name a directory");
            }
        } catch (InvalidPathException malformed) {
            throw new ConfigException(name, value, "must be " + this);
        }
    }

    @Override
    public String toString() {
        return "the path of a directory, or empty";
    }
}
