package io.martech.connect.options.validator;

import java.nio.charset.Charset;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** The name of an encoding that this machine knows. */
public final class CharsetValidator implements Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String charset) || !isKnown(charset)) {
            throw new ConfigException(name, value, "must be " + this);
        }
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset) && Charset.forName(charset).canEncode();
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "an encoding that Java knows, such as UTF-8 or GBK";
    }
}
