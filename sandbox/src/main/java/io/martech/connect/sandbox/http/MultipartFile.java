package io.martech.connect.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in a {@code multipart/form-data} body (RFC 7578).
 *
 * @param fileName as the client named it
 * @param contentType of the file; empty if it was not sent
 */
public record MultipartFile(String fileName, String contentType, byte[] content) {

    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile(
            "content-disposition: form-data; name=\"([^\"]+)\"; filename=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("content-type: ([^\r\n]+)", Pattern.CASE_INSENSITIVE);
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** The file of that name; absent if the body has no such part, or is no such body. */
    public static Optional<MultipartFile> of(Request request, String partName) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        return boundary.matches() ? part(request.body(), "--" + boundary.group(1), partName) : Optional.empty();
    }

    /** Bytes as characters of the same number: what is found at a place is at that place of the body. */
    private static Optional<MultipartFile> part(byte[] body, String delimiter, String partName) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(delimiter);
        while (start >= 0) {
            int head = start + delimiter.length();
            int content = text.indexOf(END_OF_HEAD, head);
            int end = content < 0 ? -1 : text.indexOf("\r\n" + delimiter, content);
            if (end < 0) {
                return Optional.empty();
            }
            String headers = utf8(body, head, content);
            Matcher file = FILE.matcher(headers);
            if (file.find() && file.group(1).equals(partName)) {
                Matcher type = TYPE.matcher(headers);
                return Optional.of(new MultipartFile(
                        file.group(2),
                        type.find() ? type.group(1) : "",
                        Arrays.copyOfRange(body, content + END_OF_HEAD.length(), end)));
            }
            start = end + 2;
        }
        return Optional.empty();
    }

    private static String utf8(byte[] body, int start, int end) {
        return new String(body, start, end - start, StandardCharsets.UTF_8);
    }
}
