package io.martech.connect.authorize;

import okhttp3.HttpUrl;

/** The address that the platform redirects the user's browser to, with the code. */
record RedirectAddress(HttpUrl address) {

    /** @throws Failure if the text is not a valid address */
    static RedirectAddress of(String text) {
        HttpUrl address = HttpUrl.parse(text.trim());
        if (address == null) {
            throw new Failure(
                    "--redirect-uri must be an http or https address, exactly as it is registered for the app");
        }
        return new RedirectAddress(address);
    }

    /** Whether the redirect reaches this machine, without TLS. */
    boolean isOnThisMachine() {
        String host = address.host();
        return "http".equals(address.scheme())
                && (host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}"));
    }

    /**
     * The code in the text that the user pasted: the code itself, or the whole redirect address with it.
     *
     * @throws Failure if the platform returned an error instead, or there is no code
     */
    static String codeIn(String pasted) {
        String text = pasted.trim();
        HttpUrl address = HttpUrl.parse(text);
        if (address != null) {
            return codeIn(address);
        }
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new Failure("That is neither a code nor an address that begins with http:// or https://");
        }
        return text;
    }

    static String codeIn(HttpUrl address) {
        String code = address.queryParameter("code");
        if (code != null && !code.isBlank()) {
            return code;
        }
        String error = address.queryParameter("error");
        String description = address.queryParameter("error_description");
        throw new Failure(
                error == null
                        ? "There is no code in that address: it must hold code=…"
                        : "The platform has refused: " + error + (description == null ? "" : " (" + description + ")"));
    }
}
