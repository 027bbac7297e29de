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

    /** For people: the piece without the ending of its file, and the bar, counted from 1. */
    String place(int stepsPerBar) {
        String file = window.piece().substring(window.piece().lastIndexOf('/') + 1);
        String name = file.replaceFirst("\\.[a-z]{2,8}$", "")
                .replaceAll("-{2,}", ", ")
                .replace('_', ' ');
        return "%s, bar %d".formatted(name, window.firstStep() / stepsPerBar + 1);
    }
}
