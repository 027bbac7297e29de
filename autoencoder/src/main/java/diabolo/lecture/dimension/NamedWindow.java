package diabolo.lecture.dimension;

import diabolo.corpus.Window;

/**
 * A window of music and the group that it is shown in.
 *
 * @param group a corpus or a style: {@code "hymns"}
 */
record NamedWindow(String group, Window window) {

    /** The piece that it is from, unique over all groups. */
    String tune() {
        return group + "/" + window.piece();
    }

    /** For people: the piece and the bar, counted from 1. */
    String place(int stepsPerBar) {
        String file = window.piece().substring(window.piece().lastIndexOf('/') + 1);
        return "%s, bar %d".formatted(file, window.firstStep() / stepsPerBar + 1);
    }
}
