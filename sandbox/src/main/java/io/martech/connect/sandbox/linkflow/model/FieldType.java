package io.martech.connect.sandbox.linkflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** The types of the document's write tables, read strictly where a slip of a client would otherwise stay unseen. */
enum FieldType {
    /** Text; a number or boolean becomes text. */
    TEXT {
        @Override
        JsonNode accept(String name, JsonNode value, PlatformTime time) {
            return value.isValueNode() ? JsonText.nodes().textNode(value.asText()) : refuse(name, value);
        }
    },
    /** {@code yyyy-MM-dd HH:mm:ss} and nothing else. */
    DATE_TIME {
        @Override
        JsonNode accept(String name, JsonNode value, PlatformTime time) {
            time.parse(name, value.isTextual() ? value.textValue() : value.toString());
            return value;
        }
    },
    /** A date, a local time, or an ISO time; kept as a local time. The document does not say how a birthday is written. */
    BIRTHDAY {
        @Override
        JsonNode accept(String name, JsonNode value, PlatformTime time) {
            String text = value.isTextual() ? value.textValue() : value.toString();
            if (text.length() == "yyyy-MM-dd".length()) {
                return JsonText.nodes().textNode(time.format(time.parseDate(name, text)));
            }
            if (text.indexOf('T') < 0) {
                return JsonText.nodes().textNode(time.format(time.parse(name, text)));
            }
            try {
                return JsonText.nodes()
                        .textNode(time.format(OffsetDateTime.parse(text).toEpochSecond()));
            } catch (DateTimeParseException e) {
                return refuse(name, value);
            }
        }
    },
    /** A JSON number. */
    DECIMAL {
        @Override
        JsonNode accept(String name, JsonNode value, PlatformTime time) {
            return value.isNumber() ? value : refuse(name, value);
        }
    },
    /** A whole JSON number. */
    INTEGER {
        @Override
        JsonNode accept(String name, JsonNode value, PlatformTime time) {
            return value.isIntegralNumber() ? value : refuse(name, value);
        }
    },
    /** Named a String by the table and shown as a number by the examples: both are kept as sent. */
    TEXT_OR_INTEGER {
        @Override
        JsonNode accept(String name, JsonNode value, PlatformTime time) {
            return value.isIntegralNumber() || value.isTextual() ? value : refuse(name, value);
        }
    },
    /** An object. */
    MAP {
        @Override
        JsonNode accept(String name, JsonNode value, PlatformTime time) {
            return value.isObject() ? value : refuse(name, value);
        }
    };

    /**
     * The value as the platform keeps it.
     *
     * @param value not null and not a JSON null
     * @throws ApiRefusal B00010 if it is not of this type
     */
    abstract JsonNode accept(String name, JsonNode value, PlatformTime time);

    private static JsonNode refuse(String name, JsonNode value) {
        throw Refusals.illegalParameter(name + " [" + value + "]");
    }
}
