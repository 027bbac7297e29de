package diabolo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line that resumes the run of the one that was given, to be copied as it is.
 *
 * <pre>{@code
 * new ResumeLine(List.of("experiment", "run", "deephear")).in(run); // ./diabolo experiment run deephear --resume --out runs/...
 * }</pre>
 *
 * @param given the arguments of the command
 */
record ResumeLine(List<String> given) {

    private static final String RESUME = "--resume";
    private static final String OUT = "--out";

    ResumeLine {
        given = List.copyOf(given);
    }

    boolean isResuming() {
        return given.contains(RESUME);
    }

    /** With the folder of the run, whichever was given. */
    String in(Path run) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (word.equals(OUT)) {
                i++; // and its value
            } else if (!word.equals(RESUME) && !word.startsWith(OUT + "=")) {
                words.add(word);
            }
        }
        words.addAll(List.of(RESUME, OUT, run.toString()));
        return inWords(words);
    }

    /** As it was given. */
    String again() {
        return inWords(given);
    }

    private static String inWords(List<String> words) {
        return words.stream().map(ResumeLine::quoted).collect(Collectors.joining(" ", "./diabolo ", ""));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
