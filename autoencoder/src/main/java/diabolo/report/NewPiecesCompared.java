package diabolo.report;

import diabolo.latent.Prior;
import diabolo.midi.MidiWriter;
import diabolo.model.Sampler;
import diabolo.note.NoteSequence;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.io.IOException;

/** New pieces of every network from the same codes, side by side, and written as MIDI. */
public enum NewPiecesCompared implements Chapter {
    SAMPLED("tokens sampled at temperature 0.5"),
    /** Of networks that have learned too little to be sampled. */
    LIKELIEST(
            "the likeliest tokens, since networks that have learned so little scatter notes at the full run's temperature of 0.5");

    private static final int SHOWN = 4;
    private static final double TEMPERATURE = 0.5; // of MusicVAE's own command

    private final String words;

    NewPiecesCompared(String words) {
        this.words = words;
    }

    @Override
    public void write(Findings findings, Report report) throws IOException {
        report.section("New pieces");
        report.text("Codes sampled from N(0, I)%s; %s."
                .formatted(findings.isComparison() ? ", the same for all networks" : "", words));
        for (int number = 1; number <= SHOWN; number++) {
            for (TrainedVariant variant : findings.variants()) {
                NoteSequence piece = piece(findings, variant, number);
                MidiWriter.write(piece, findings.sample("%spiece-%04d".formatted(variant.prefix(), number)));
                report.piece("piece %d, %s".formatted(number, variant.words()), piece);
            }
        }
    }

    private NoteSequence piece(Findings findings, TrainedVariant variant, int number) {
        RandomSource random = findings.random("piece", number - 1);
        float[][] code = Prior.Normal.codes(1, variant.recurrent().spec().codeSize(), random.derive("code"));
        Sampler sampler =
                switch (this) {
                    case SAMPLED -> new Sampler.Temperature(TEMPERATURE, random.derive("cells"));
                    case LIKELIEST -> Sampler.LIKELIEST;
                };
        return findings.music()
                .notes(variant.recurrent().generate(code, sampler).getFirst());
    }
}
