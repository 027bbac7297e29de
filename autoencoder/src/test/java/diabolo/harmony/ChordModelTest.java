package diabolo.harmony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.abc.AbcReader;
import diabolo.note.At;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChordModelTest {

    private static final String TWINKLE =
            "X:1\nT:Twinkle\nM:4/4\nL:1/4\nK:C\nCCGG|AAG2|FFEE|DDC2|GGFF|EED2|GGFF|EED2|CCGG|AAG2|FFEE|DDC2|\n";

    @TempDir
    private Path folder;

    private NoteSequence tune(String abc) throws IOException {
        return AbcReader.readLenient(Files.writeString(folder.resolve("tune.abc"), abc))
                .sequence();
    }

    @Test
    void aSimpleTuneGetsTheChordsThatEverybodyPlays() throws IOException {
        List<At<ChordSymbol>> chords = ChordModel.included().of(tune(TWINKLE)).likeliest();
        NoteSequence song = tune(TWINKLE).withChords(chords);

        assertThat(chords.getFirst().value().text()).isEqualTo("C");
        assertThat(chords.getLast().value().text()).isEqualTo("C");
        assertThat(chords).extracting(chord -> chord.value().root().name()).contains("F", "G");
        assertThat(song.chords()).isNotEmpty();
    }

    @Test
    void aMelodyThatEndsOnANoteOfTheTonicTriadEndsOnItsChord() throws IOException {
        NoteSequence melody = tune("X:1\nM:4/4\nL:1/4\nK:Am\nEAcA|BGEG|cdec|dBGF|E4|\n");
        NoteSequence onTheFourth = tune("X:1\nM:4/4\nL:1/4\nK:Am\nEAcA|BGEG|cdec|dBGF|D4|\n");
        Key key = Key.parse("A minor");
        ChordModel model = ChordModel.included();

        assertThat(last(model.of(melody, key))).isNotEqualTo("Am");
        assertThat(last(model.ofEnding(melody, key))).isEqualTo("Am");
        assertThat(last(model.ofEnding(melody.transpose(2), Key.parse("B minor"))))
                .isEqualTo("Bm");
        assertThat(model.ofEnding(onTheFourth, key).likeliest())
                .isEqualTo(model.of(onTheFourth, key).likeliest());
    }

    private static String last(MelodyChords chords) {
        return chords.likeliest().getLast().value().text();
    }

    @Test
    void chordsMoveWithTheMelodyAndItsKey() throws IOException {
        NoteSequence melody = tune(TWINKLE);
        List<At<ChordSymbol>> inC =
                ChordModel.included().of(melody, Key.C_MAJOR).likeliest();

        List<At<ChordSymbol>> inEFlat = ChordModel.included()
                .of(melody.transpose(3), Key.parse("Eb major"))
                .likeliest();

        assertThat(inEFlat)
                .extracting(chord -> chord.value().pitchClasses())
                .containsExactlyElementsOf(inC.stream()
                        .map(chord -> chord.value().transpose(3).pitchClasses())
                        .toList());
        assertThat(inEFlat.getFirst().value().text()).isEqualTo("Eb");
    }

    @Test
    void temperatureZeroIsTheLikeliestAndASeedGivesTheSameAgain() throws IOException {
        MelodyChords chords = ChordModel.included().of(tune(TWINKLE));

        assertThat(chords.sample(new SplittableRandom(1), 0)).isEqualTo(chords.likeliest());
        assertThat(chords.sample(new SplittableRandom(1), 1)).isEqualTo(chords.sample(new SplittableRandom(1), 1));
        assertThatThrownBy(() -> chords.sample(new SplittableRandom(1), 11)).hasMessageContaining("was 11");
    }

    @Test
    void theProbabilitiesOfAPlaceSumToOne() throws IOException {
        for (MelodyChords.RankedChords place :
                ChordModel.included().of(tune(TWINKLE)).ranked(ChordState.COUNT)) {
            assertThat(place.chords().stream()
                            .mapToDouble(MelodyChords.RankedChord::probability)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        }
        assertThat(ChordModel.included().of(tune(TWINKLE)).ranked(3))
                .hasSize(24)
                .allSatisfy(place -> assertThat(place.chords()).hasSize(3));
    }

    @Test
    void whatIsLearnedIsWrittenAndReadAgain() throws IOException {
        String song = "X:1\nT:Song\nM:3/4\nL:1/4\nK:G\n\"G\"GBd|\"D7\"dcA|\"D7\"FAc|\"G\"B2G|\n";
        WrittenLeadSheet leadSheet = WrittenLeadSheet.of("song", tune(song)).orElseThrow();
        ChordModel model =
                ChordModel.learn(Collections.nCopies(20, leadSheet), ChordSettings.DEFAULT, new SplittableRandom(1));
        Path file = folder.resolve("model.json");

        model.write(file);

        assertThat(ChordModel.read(file).settings()).isEqualTo(model.settings());
        assertThat(ChordModel.read(file).of(leadSheet.melody()).likeliest())
                .isEqualTo(model.of(leadSheet.melody()).likeliest());
        assertThat(ChordAgreement.of(model, List.of(leadSheet)).root()).isEqualTo(1);
        Files.writeString(file, "{\"format\": \"other\"}");
        assertThatThrownBy(() -> ChordModel.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no model of chords");
    }

    @Test
    void aMelodyWithoutNotesIsRefused() throws IOException {
        NoteSequence silent = tune(TWINKLE).withParts(List.<Part>of());

        assertThatThrownBy(() -> ChordModel.included().of(silent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"Twinkle\" has no note");
    }

    @Test
    void everyStateIsFoundAgainInEveryKeyAndByItsName() {
        for (int index = 0; index < ChordState.COUNT; index++) {
            ChordState state = ChordState.at(index);
            assertThat(ChordState.parse(state.name())).isEqualTo(state);
            for (int fifths = -7; fifths <= 7; fifths++) {
                Key key = new Key(fifths, Key.Mode.MAJOR);
                assertThat(ChordState.of(state.symbol(key), key)).contains(state);
            }
        }
        assertThat(ChordState.parse("G7").symbol(Key.parse("Eb major")).text()).isEqualTo("Bb7");
    }

    @Test
    void everyKindOfChordHasAQualityButThoseThatAreNone() {
        for (ChordKind kind : ChordKind.values()) {
            ChordSymbol chord = kind == ChordKind.NONE
                    ? ChordSymbol.NO_CHORD
                    : ChordSymbol.of(ChordState.parse("C").symbol(Key.C_MAJOR).root(), kind);
            assertThat(ChordQuality.of(chord).isPresent())
                    .as(kind.name())
                    .isEqualTo(kind != ChordKind.NONE && kind != ChordKind.OTHER);
        }
        assertThat(ChordQuality.of(ChordSymbol.parse("G7sus4").orElseThrow())).contains(ChordQuality.DOMINANT_SEVENTH);
    }
}
