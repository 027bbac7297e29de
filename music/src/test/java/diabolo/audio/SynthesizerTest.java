package diabolo.audio;

import static diabolo.audio.Pieces.note;
import static diabolo.audio.Pieces.oneNote;
import static diabolo.audio.Pieces.piano;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Tempo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesizerTest {

    private static final Synthesizer EMERGENCY = Synthesizer.playing(new SoundFont.Emergency());

    private static WavFile wav(NoteSequence piece) throws IOException {
        return WavFile.parse(WavWriter.toBytes(EMERGENCY.render(piece), WavFormat.STEREO));
    }

    @Test
    void lengthIsThatOfTheNotesAndTheTail() throws IOException {
        Pcm pcm = EMERGENCY.render(oneNote(69, 2));

        assertThat(pcm.durationSeconds()).isCloseTo(2 + Synthesizer.TAIL_SECONDS, within(1e-4));
        assertThat(wav(oneNote(69, 2)).frames()).isEqualTo((int) pcm.frameCount());
    }

    @Test
    void theAOfTheTuningForkSoundsAt440Hertz() throws IOException {
        WavFile wav = wav(oneNote(69, 2));

        double strongest = Stream.iterate(400.0, frequency -> frequency <= 480, frequency -> frequency + 1)
                .max((a, b) -> Double.compare(wav.strengthOf(a), wav.strengthOf(b)))
                .orElseThrow();
        assertThat(strongest).isCloseTo(440, within(2.0));
    }

    @Test
    void notesAreLoudAndTheTailDiesAway() throws IOException {
        WavFile wav = wav(oneNote(60, 2));

        assertThat(wav.loudness(0.05, 1.9)).isGreaterThan(0.02);
        assertThat(wav.loudness(3.45, 3.5)).isLessThan(0.001);
        assertThat(wav.peak()).isEqualTo((int) Math.round(WavWriter.PEAK * 32767));
    }

    @Test
    void notesSoundWhenTheTempoHasBroughtThemToTheirTime() throws IOException {
        NoteSequence twoTempos = new NoteSequence(
                "two tempos",
                piano(note(60, 90, Beat.of(2), Beat.of(1))).parts(),
                List.of(new At<>(Beat.ZERO, new Tempo(120)), new At<>(Beat.of(1), new Tempo(40))),
                List.of(),
                List.of());

        WavFile wav = wav(twoTempos);

        assertThat(twoTempos.secondsAt(Beat.of(2))).isEqualTo(2);
        assertThat(wav.loudness(0, 1.99)).isZero();
        assertThat(wav.loudness(2.01, 2.2)).isGreaterThan(0.02);
    }

    @Test
    void theSameNotesGiveTheSameBytes() throws IOException {
        NoteSequence chord = piano(
                note(60, 90, Beat.ZERO, Beat.of(1)),
                note(64, 70, Beat.ZERO, Beat.of(1)),
                note(60, 100, Beat.of(1, 2), Beat.of(1)));
        Synthesizer another = Synthesizer.playing(new SoundFont.Emergency());

        byte[] first = WavWriter.toBytes(EMERGENCY.render(chord), WavFormat.STEREO);
        Pcm pcm = another.render(chord);

        assertThat(WavWriter.toBytes(pcm, WavFormat.STEREO)).isEqualTo(first);
        assertThat(WavWriter.toBytes(pcm, WavFormat.STEREO)).isEqualTo(first);
    }

    @Test
    void twoPartsSitLeftAndRight() throws IOException {
        Part low = new Part("low", Instrument.PIANO, List.of(note(48, 90, Beat.ZERO, Beat.of(1))));
        Part late = new Part("late", Instrument.PIANO, List.of(note(72, 90, Beat.of(3), Beat.of(1))));

        WavFile wav = wav(Pieces.of(low, late));

        assertThat(sideLoudness(wav, 0, 0, 1)).isGreaterThan(1.2 * sideLoudness(wav, 1, 0, 1));
        assertThat(sideLoudness(wav, 1, 3, 4)).isGreaterThan(1.2 * sideLoudness(wav, 0, 3, 4));
    }

    @Test
    void drumsAndManyPartsSound() throws IOException {
        Part drums = new Part("drums", new Instrument.Drums(), List.of(note(36, 110, Beat.ZERO, Beat.of(1, 4))));
        Stream<Part> melodic = Stream.iterate(0, i -> i < 40, i -> i + 1)
                .map(i ->
                        new Part("part", new Instrument.Melodic(3 * i), List.of(note(60, 80, Beat.of(1), Beat.of(1)))));

        WavFile wav = wav(Pieces.of(Stream.concat(Stream.of(drums), melodic).toArray(Part[]::new)));

        assertThat(wav.loudness(0, 0.3)).isGreaterThan(0.005);
        assertThat(wav.loudness(1, 2)).isGreaterThan(0.02);
    }

    @Test
    void aPieceWithoutNotesIsRefused() {
        assertThatThrownBy(() -> EMERGENCY.render(Pieces.of()))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("has no notes");
    }

    @Test
    void aPieceOfMonthsIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> EMERGENCY.render(oneNote(60, 10_000_000)))
                .isInstanceOf(AudioException.class)
                .hasMessage("The piece \"test\" lasts 10,000,000 seconds, and at most 3,600 are rendered;"
                        + " cut a passage out of it");
    }

    @Test
    void aFileThatIsNoSoundFontIsNamed(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.sf2"), "no SoundFont");
        Path cut = folder.resolve("cut.sf2");
        Files.write(cut, new byte[] {'R', 'I', 'F', 'F', -1, -1, -1, 127, 's', 'f', 'b', 'k'});

        for (Path file : List.of(text, cut, folder.resolve("absent.sf2"))) {
            assertThatThrownBy(() -> Synthesizer.playing(SoundFont.of(file)).render(oneNote(60, 1)))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining(".sf2 file");
        }
    }

    @Test
    void aSoundFontFilePlays() throws IOException {
        Optional<Path> file = DataFolder.find("soundfont").map(folder -> folder.resolve("sf_GMbank.sf2"));
        assumeTrue(file.isPresent(), DataFolder.ABSENT);

        Pcm pcm = Synthesizer.playing(SoundFont.of(file.orElseThrow())).render(oneNote(69, 2));
        WavFile wav = WavFile.parse(WavWriter.toBytes(pcm, WavFormat.COMPACT));

        assertThat(wav.loudness(0.05, 1.9)).isGreaterThan(0.02);
        assertThat(wav.strengthOf(440)).isGreaterThan(10 * wav.strengthOf(415));
    }

    @Test
    void nothingKeepsTheMachineRunning() throws IOException {
        wav(oneNote(60, 1));

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("Timer-")
                        || thread.getName().contains("Synthesizer"));
    }

    private static double sideLoudness(WavFile wav, int side, int fromSeconds, int toSeconds) {
        double sum = 0;
        for (int frame = fromSeconds * wav.sampleRateHz(); frame < toSeconds * wav.sampleRateHz(); frame++) {
            sum += Math.pow(wav.values()[2 * frame + side], 2);
        }
        return Math.sqrt(sum);
    }
}
