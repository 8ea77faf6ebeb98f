package io.martech.connect.authorize;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Where the person sits.
 *
 * @param in what the person types or pastes
 * @param out what the person reads
 * @param err where failures are printed
 * @param console hides a secret that is typed; null if there is none, as in a pipe
 */
record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, Console console) {

    /** Asks for a secret; what is typed is not shown, where the terminal can do so. */
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
