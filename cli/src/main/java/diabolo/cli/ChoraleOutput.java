package diabolo.cli;

import diabolo.chorale.ChoraleHarmony;
import diabolo.note.NoteSequence;
import diabolo.note.Plural;
import diabolo.output.LeadSheetFiles;
import java.io.IOException;

/**
 * Writes pieces of four voices, and prints where and in which key.
 *
 * @param overwrite whether files of the same names may be replaced
 */
record ChoraleOutput(LeadSheetFiles files, boolean overwrite, Verb verb) {

    void requireFree(String name) throws IOException {
        if (!overwrite) {
            files.requireFree(name);
        }
    }

    /**
     * @param given the piece that the melody was taken of
     * @param kept how many voices of it are kept
     */
    void write(String name, NoteSequence given, int kept, ChoraleHarmony harmony) throws IOException {
        if (overwrite) {
            files.replace(name, harmony.music(), harmony.provenance());
        } else {
            files.write(name, harmony.music(), harmony.provenance());
        }
        long others =
                given.parts().stream().filter(part -> !part.notes().isEmpty()).count() - kept;
        if (others > 0) {
            verb.messages()
                    .println("%s has %s beside what is kept, left out here."
                            .formatted(given.title().isBlank() ? name : given.title(), Plural.of(others, "part")));
        }
        verb.results()
                .println("%s\tfour voices in %s"
                        .formatted(
                                files.pieces().folder().resolve(name + ".mid"),
                                harmony.chorale().key().name()));
        Output.writeContactSheet(files.pieces().folder(), verb);
    }
}
