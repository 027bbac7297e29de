package diabolo.report;

import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.midi.MidiWriter;
import diabolo.note.Meter;
import diabolo.note.Percent;
import diabolo.picture.PianoRollPicture;
import diabolo.representation.PianoRoll;
import java.io.IOException;

/** New pieces of the first network from its own prior, each with the most similar training window. */
public final class NewPieces implements Chapter {

    private static final int SHOWN = 8;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        report.section("New pieces");
        try (LatentSpace space = findings.main().openSpace()) {
            report.text("Decoded from random codes of %d dimensions; also as MIDI in the folder samples."
                    .formatted(space.network().spec().codeSize()));
            SamplingSettings settings = SamplingSettings.DEFAULT.withSeed(findings.seed());
            for (int i = 0; i < SHOWN; i++) {
                String name = "piece-%04d".formatted(i + 1);
                show(space.generate(settings, i), name, "Piece " + (i + 1), findings, report);
            }
        }
    }

    /** Writes a piece and shows it with its nearest training window; of a silent one, says so. */
    static void show(GeneratedPiece piece, String name, String words, Findings findings, Report report)
            throws IOException {
        if (piece.isSilent()) {
            report.text(words + ": silence.");
            return;
        }
        MidiWriter.write(piece.music(), findings.sample(name));
        String caption = "%s: %s of it sounds in %s."
                .formatted(
                        words,
                        Percent.of(piece.provenance().originality().similarity()),
                        piece.provenance().originality().place());
        PianoRoll roll = findings.music().roll();
        PianoRollPicture picture = PianoRollPicture.ofCells(
                words, roll, roll.require(piece.windows().getFirst()), Meter.FOUR_FOUR);
        report.piece(caption, picture, piece.music());
    }
}
