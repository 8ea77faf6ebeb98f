package io.martech.connect.authorize;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * The user's terminal.
 *
 * @param in the user's input
 * @param out the output for the user
 * @param err the output for errors
 * @param console hides a typed secret; null if there is none, as in a pipe
 */
record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, Console console) {

    /** Prompts for a secret; the input is not echoed where the terminal supports it. */
    String secret(String question) throws IOException {
        out.print(question + ": ");
        out.flush();
        if (console != null) {
            char[] typed = console.readPassword();
            return typed == null ? "" : new String(typed).trim();
        }
        String line = in.readLine();
        return line == null ? "" : line.trim();
    }
}
