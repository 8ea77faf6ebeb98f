package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.MultipartFile;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import io.martech.connect.sandbox.linkflow.tag.ReceivedTagFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /v1/tags/tagkeys/{tagKey}/upload/file/operates/{operate}} (上传用户标签值文件): a file of at most 100 MB (500 B01163) for a
 * tag that exists (500 B01162), added to the files before, or instead of them.
 */
public final class TagFileEndpoint implements Endpoint {

    private static final Pattern PATH = Pattern.compile("/v1/tags/tagkeys/([^/]+)/upload/file/operates/([^/]+)");

    private final LinkflowPlatform platform;

    public TagFileEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && PATH.matcher(request.path()).matches();
    }

    @Override
    public Traffic traffic() {
        return Traffic.WRITE;
    }

    @Override
    public String countedAs(Request request) {
        return "tags.upload";
    }

    @Override
    public List<String> persons(Request request) {
        Matcher path = path(request);
        List<String> persons = new ArrayList<>();
        MultipartFile.of(request, "file")
                .ifPresent(file -> persons.addAll(platform.tagFiles().persons(path.group(1), file.content())));
        persons.add("tag:" + path.group(1));
        return persons;
    }

    @Override
    public Response answer(Request request) {
        Matcher path = path(request);
        String tagKey = path.group(1);
        String operate = path.group(2);
        Optional<MultipartFile> file = MultipartFile.of(request, "file");
        boolean isKnown = operate.equals("append") || operate.equals("overwrite");
        if (file.isEmpty() || !isKnown) {
            throw PlatformRefusal.illegalParameter(isKnown ? "file" : "operate [" + operate + "]");
        }
        platform.tagFiles()
                .upload(new ReceivedTagFile(
                        tagKey,
                        operate,
                        file.get().fileName(),
                        file.get().contentType(),
                        file.get().content()));
        return Answers.json(Json.object()
                .put("tagKey", tagKey)
                .put("fileName", file.get().fileName())
                .put("ossUrl", "https://oss.example.com/1/tag/upload/tmp/" + tagKey));
    }

    private static Matcher path(Request request) {
        Matcher path = PATH.matcher(request.path());
        path.matches();
        return path;
    }
}
