package diabolo.report;

import diabolo.latent.LatentSpace;
import diabolo.midi.MidiWriter;
import diabolo.note.Percent;
import diabolo.picture.PianoRollPicture;
import diabolo.report.page.Report;
import diabolo.search.Harmonization;
import diabolo.search.Harmonizer;
import diabolo.search.Melodies;
import java.io.IOException;
import java.util.Locale;

/** The three melodies that Sun (2015) harmonized, by gradient search in the first network's latent space. */
public final class HarmonizedMelodies implements Chapter {

    @Override
    public void write(Findings findings, Report report) throws IOException {
        report.section("Melodies harmonized by search");
        report.text(
                "A search finds a code whose decoded music contains the melody; the rest of that music is the accompaniment.");
        double recall = 0;
        double millis = 0;
        try (LatentSpace space = findings.main().openSpace()) {
            Harmonizer harmonizer = new Harmonizer(space, Harmonizer.Settings.DEFAULT);
            harmonized(harmonizer, Melodies.ODE_TO_JOY, findings); // the first search also warms up the machine
            for (Melodies melody : Melodies.values()) {
                Harmonization found = harmonized(harmonizer, melody, findings);
                findings.progress("%s harmonized in %d ms".formatted(melody.title(), found.millis()));
                recall += found.melodyRecall() / Melodies.values().length;
                millis += (double) found.millis() / Melodies.values().length;
                MidiWriter.write(found.music(), findings.sample(melody.name().toLowerCase(Locale.ROOT)));
                String caption = "%s: the decoded music contains %s of the melody."
                        .formatted(melody.title(), Percent.of(found.melodyRecall()));
                report.piece(caption, PianoRollPicture.of(found.music()), found.music());
            }
        }
        report.metric("harmonize.melodyRecall", recall);
        report.metric("harmonize.millis", millis);
    }

    private static Harmonization harmonized(Harmonizer harmonizer, Melodies melody, Findings findings) {
        return harmonizer.harmonize(melody.piece(), findings.seed(), Harmonizer.THRESHOLD, done -> {});
    }
}
