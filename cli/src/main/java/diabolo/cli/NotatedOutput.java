package diabolo.cli;

import diabolo.note.NoteSequence;
import diabolo.note.Plural;
import diabolo.output.LeadSheetFiles;
import java.io.IOException;

/**
 * Writes pieces that no latent space made, with notation, and prints where and what was chosen.
 *
 * @param overwrite whether files of the same names may be replaced
 */
record NotatedOutput(LeadSheetFiles files, boolean overwrite, Verb verb) {

    void requireFree(String name) throws IOException {
        if (!overwrite) {
            files.requireFree(name);
        }
    }

    /**
     * Writes a piece.
     *
     * @param words about it, for the line of its file
     */
    void write(String name, NoteSequence music, Object provenance, String words) throws IOException {
        if (overwrite) {
            files.replace(name, music, provenance);
        } else {
            files.write(name, music, provenance);
        }
        verb.results().println("%s\t%s".formatted(files.pieces().folder().resolve(name + ".mid"), words));
    }

    /** Writes the page that shows all pieces. */
    void finish() throws IOException {
        Output.writeContactSheet(files.pieces().folder(), verb);
    }

    /**
     * Says which parts of a given piece are left out, if any.
     *
     * @param kept how many are kept
     * @param words for what they are
     */
    void sayLeftOut(String name, NoteSequence given, int kept, String words) {
        long others =
                given.parts().stream().filter(part -> !part.notes().isEmpty()).count() - kept;
        if (others > 0) {
            verb.messages()
                    .println("%s has %s beside %s, left out here."
                            .formatted(
                                    given.title().isBlank() ? name : given.title(), Plural.of(others, "part"), words));
        }
    }
}
