package diabolo.cli;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Runs the commands whose classes the ahead-of-time cache of {@code ./diabolo} holds (ADR 3), once after a build.
 *
 * <p>Argument: a folder to write to.
 */
final class TypicalCommands {

    private TypicalCommands() {}

    public static void main(String[] arguments) {
        String folder = arguments[0];
        String piece = folder + "/piece-0001.mid";
        run("generate", "--count", "1", "--seed", "1", "--model", "melody-2bar", "--out", folder + "/melody");
        run("generate", "--count", "1", "--seed", "1", "--out", folder);
        run("inspect", piece);
        run("render", piece, "--to", "abc");
        run("render", piece, "--to", "musicxml");
        run("inspect", folder + "/piece-0001.abc");
        run("inspect", folder + "/piece-0001.musicxml");
        run("--version");
        run("--help");
    }

    private static void run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Diabolo.run(nowhere, nowhere, arguments);
    }
}
