package diabolo.experiment;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.corpus.Window;
import diabolo.latent.Prior;
import diabolo.midi.MidiWriter;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.picture.PianoRollPicture;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Pieces of recurrent autoencoders to see and hear: what comes back of music, and new ones. */
final class SequencePieces {

    private static final int SHOWN = 4;
    private static final double TEMPERATURE = 0.5; // of MusicVAE's own command

    private final TrainingData data;
    private final RunFolder run;
    private final Report reconstructions = new Report("", "");
    private final Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());
    private final List<Sample> samples = new ArrayList<>();

    /** A new piece of a network. */
    private record Sample(int number, SequenceVariant variant, Tokens tokens) {}

    SequencePieces(TrainingData data, RunFolder run) {
        this.data = data;
        this.run = run;
    }

    /** Makes those of a network, and writes the new ones as MIDI. */
    void of(SequenceVariant variant, RecurrentAutoencoder network) throws IOException {
        reconstruct(variant, network);
        samples(variant, network);
    }

    private void reconstruct(SequenceVariant variant, RecurrentAutoencoder network) throws IOException {
        List<Window> windows = data.heldOut().isEmpty() ? data.training() : data.heldOut();
        reconstructions.section("Originals and what comes back: " + variant.words());
        int shown = Math.min(SHOWN, windows.size());
        for (int i = 0; i < shown; i++) {
            Window window = windows.get(i * windows.size() / shown);
            Frames again = network.reconstruct(List.of(window.frames())).getFirst();
            TokenRepresentation representation = variant.spec().tokens();
            int beat = window.firstStep() / representation.grid().stepsPerBeat() + 1;
            String place = "%s, from beat %d".formatted(window.piece(), beat);
            show(reconstructions, place, variant, window.frames());
            show(reconstructions, "what comes back of " + place, variant, again);
        }
    }

    private void samples(SequenceVariant variant, RecurrentAutoencoder network) throws IOException {
        for (int i = 0; i < SHOWN; i++) {
            RandomSource random = RandomSource.of(variant.spec().seed()).derive("piece", i);
            float[][] code = Prior.Normal.codes(1, variant.spec().model().codeSize(), random.derive("code"));
            Sampler drawn = new Sampler.Temperature(TEMPERATURE, random.derive("cells"));
            Sample sample =
                    new Sample(i + 1, variant, network.write(code, drawn).getFirst());
            samples.add(sample);
            MidiWriter.write(
                    music(variant, sample.tokens()),
                    run.file("samples").resolve("%spiece-%04d.mid".formatted(variant.prefix(), sample.number())));
        }
    }

    /** The new pieces of all networks from the same draws, side by side; then what comes back of the music. */
    void show(Report report) throws IOException {
        report.section("New pieces");
        report.text(
                "Codes drawn from the normal distribution, the same for all networks; tokens drawn at temperature 0.5.");
        for (int number = 1; number <= SHOWN; number++) {
            for (Sample sample : samples) {
                if (sample.number() == number) {
                    show(
                            report,
                            "piece %d, %s".formatted(number, sample.variant().words()),
                            sample.variant(),
                            sample.tokens());
                }
            }
        }
        report.append(reconstructions);
    }

    private static NoteSequence music(SequenceVariant variant, Frames window) {
        return variant.spec()
                .tokens()
                .decode(window)
                .toNoteSequence()
                .withTempo(new Tempo(variant.spec().beatsPerMinute()));
    }

    private void show(Report where, String caption, SequenceVariant variant, Frames window) throws IOException {
        NoteSequence music = music(variant, window);
        if (music.allNotes().findAny().isEmpty()) {
            where.text(caption + ": silence.");
        } else {
            where.piece(caption, PianoRollPicture.of(music), music, synthesizer);
        }
    }
}
