package diabolo.cli;

import diabolo.harmony.HarmonizedMelody;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Plural;
import diabolo.output.LeadSheetFiles;
import java.io.IOException;

/**
 * Writes lead sheets, and prints where and what was chosen.
 *
 * @param overwrite whether files of the same names may be replaced
 */
record LeadSheetOutput(LeadSheetFiles files, boolean overwrite, Verb verb) {

    void requireFree(String name) throws IOException {
        if (!overwrite) {
            files.requireFree(name);
        }
    }

    /** @param given the piece that the melody was taken of */
    void write(String name, NoteSequence given, HarmonizedMelody harmonized) throws IOException {
        HarmonizedMelody.Provenance provenance = harmonized.provenance();
        if (overwrite) {
            files.replace(name, harmonized.music(), provenance);
        } else {
            files.write(name, harmonized.music(), provenance);
        }
        long others =
                given.parts().stream().filter(part -> !part.notes().isEmpty()).count() - 1;
        if (others > 0) {
            Part kept = harmonized.music().parts().getFirst();
            verb.messages()
                    .println("%s has %s beside its melody%s, left out here."
                            .formatted(
                                    given.title().isBlank() ? name : given.title(),
                                    Plural.of(others, "part"),
                                    kept.name().isBlank() ? "" : " (%s)".formatted(kept.name())));
        }
        verb.results()
                .println("%s\t%s in %s, %s"
                        .formatted(
                                files.pieces().folder().resolve(name + ".mid"),
                                provenance.recipe().details().get("pattern"),
                                provenance.recipe().details().get("key"),
                                Plural.of(provenance.chords().size(), "chord")));
        Output.writeContactSheet(files.pieces().folder(), verb);
    }
}
