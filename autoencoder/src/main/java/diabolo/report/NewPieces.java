package diabolo.report;

import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.latent.SamplingSettings;
import diabolo.midi.MidiWriter;
import diabolo.note.Meter;
import diabolo.note.Percent;
import diabolo.picture.PianoRollPicture;
import diabolo.report.page.Report;
import diabolo.representation.PianoRoll;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** New pieces of the first network, each with the most similar training window, to see and hear. */
public record NewPieces(String header, List<Selected> pieces) implements Chapter {

    private static final int SHOWN = 8;

    /**
     * A piece.
     *
     * @param name of its file
     * @param number of the sample, 0 for the first of its prior
     */
    public record Selected(String name, String words, Prior prior, int number) {
        public static Selected of(String name, SampledPrior prior, int number) {
            return new Selected(name, "%s (code %s)".formatted(name, prior.words()), prior.prior(), number);
        }
    }

    public NewPieces {
        pieces = List.copyOf(pieces);
    }

    /** The first pieces of the model's own prior. */
    public static NewPieces ofOwnPrior() {
        Prior prior = SamplingSettings.DEFAULT.prior();
        return new NewPieces(
                "New pieces",
                IntStream.range(0, SHOWN)
                        .mapToObj(i -> new Selected("piece-%04d".formatted(i + 1), "Piece " + (i + 1), prior, i))
                        .toList());
    }

    @Override
    public void write(Findings findings, Report report) throws IOException {
        report.section(header);
        try (LatentSpace space = findings.main().openSpace()) {
            report.text("Decoded from random codes of %d dimensions; also as MIDI in the folder samples."
                    .formatted(space.network().spec().codeSize()));
            for (Selected piece : pieces) {
                SamplingSettings settings =
                        SamplingSettings.DEFAULT.withPrior(piece.prior()).withSeed(findings.seed());
                show(space.generate(settings, piece.number()), piece, findings, report);
            }
        }
    }

    private static void show(GeneratedPiece piece, Selected selected, Findings findings, Report report)
            throws IOException {
        if (piece.isSilent()) {
            report.text(selected.words() + ": silence.");
            return;
        }
        MidiWriter.write(piece.music(), findings.sample(selected.name()));
        String caption = "%s: %s of it sounds in %s."
                .formatted(
                        selected.words(),
                        Percent.of(piece.provenance().originality().similarity()),
                        Music.title(piece.provenance().originality().place()));
        PianoRoll roll = findings.music().roll();
        PianoRollPicture picture = PianoRollPicture.ofCells(
                selected.words(), roll, roll.require(piece.windows().getFirst()), Meter.FOUR_FOUR);
        report.piece(caption, picture, piece.music());
    }
}
