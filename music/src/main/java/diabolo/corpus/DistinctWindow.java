package diabolo.corpus;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;

/**
 * A window and how often its cells occur in the corpus.
 *
 * @param window the first with these cells
 * @param occurrences 1 or more
 */
public record DistinctWindow(Window window, int occurrences) {

    public DistinctWindow {
        requireNonNull(window, "window");
        Checks.require(occurrences >= 1, "occurrences must be at least 1, was " + occurrences);
    }
}
