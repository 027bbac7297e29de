package diabolo.audio;

import static diabolo.audio.Pieces.note;
import static org.assertj.core.api.Assertions.assertThat;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MidiTimelineTest {

    @Test
    void aRepeatedNoteEndsBeforeItBeginsAgain() {
        MidiTimeline timeline = MidiTimeline.of(
                Pieces.piano(note(60, 90, Beat.ZERO, Beat.of(1)), note(60, 80, Beat.of(1), Beat.of(1))));

        assertThat(timeline.messages())
                .containsExactly(
                        new MidiTimeline.Message(0, 0, 60, 90),
                        new MidiTimeline.Message(44_100, 0, 60, 0),
                        new MidiTimeline.Message(44_100, 0, 60, 80),
                        new MidiTimeline.Message(88_200, 0, 60, 0));
        assertThat(timeline.frameCount()).isEqualTo(88_200);
    }

    @Test
    void fewPartsGetAChannelEachAndDrumsTheirs() {
        Part violin = new Part("", new Instrument.Melodic(40), List.of(note(70, 90, Beat.ZERO, Beat.of(1))));
        Part drums = new Part("", new Instrument.Drums(), List.of(note(36, 90, Beat.ZERO, Beat.of(1))));

        MidiTimeline timeline = MidiTimeline.of(Pieces.of(violin, drums, violin));

        assertThat(timeline.programs()).startsWith(40, 40, -1);
        assertThat(timeline.messages())
                .extracting(MidiTimeline.Message::channel)
                .containsOnly(0, 1, 9);
    }

    @Test
    void manyPartsShareAChannelByProgram() {
        List<Part> parts = IntStream.range(0, 30)
                .mapToObj(
                        i -> new Part("", new Instrument.Melodic(i % 12), List.of(note(60, 90, Beat.ZERO, Beat.of(1)))))
                .toList();

        MidiTimeline timeline = MidiTimeline.of(Pieces.of(parts.toArray(Part[]::new)));

        assertThat(timeline.programs()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, -1, 9, 10, 11, -1, -1, -1);
    }

    @Test
    void theTempoMapAgreesWithTheSequence() {
        List<At<Tempo>> tempos = new ArrayList<>();
        for (int i = 1; i < 20; i++) {
            tempos.add(new At<>(Beat.of(7L * i, 3), new Tempo(30 + 17 * i)));
        }
        NoteSequence sequence = new NoteSequence("", List.of(), tempos, List.of(), List.of());
        TempoMap map = new TempoMap(sequence);

        for (int i = 0; i < 300; i++) {
            Beat position = Beat.of(i, 6);
            assertThat(map.secondsAt(position))
                    .isCloseTo(sequence.secondsAt(position), org.assertj.core.data.Offset.offset(1e-9));
        }
    }
}
