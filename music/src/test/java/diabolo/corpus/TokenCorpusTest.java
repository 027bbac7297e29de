package diabolo.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.midi.MidiWriter;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Tempo;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import diabolo.representation.Trio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCorpusTest {

    private static final CorpusSpec TWO_BARS = CorpusSpec.of(Melody.of(2));
    private static final CorpusSpec TUNES_AS_TRIOS = CorpusSpec.of(Trio.of(2)).withMissingBass(MissingBass.FROM_CHORDS);
    private static final Meter WALTZ = new Meter(3, 4);

    @TempDir
    private Path folder;

    @Test
    void windowsBeginAtEveryBarLineAndTheLastEndsWithThePiece() throws IOException {
        Corpus corpus = corpus(TWO_BARS, Tunes.random(4, 1));

        assertThat(corpus.windows()).extracting(Window::firstStep).containsExactly(0, 16, 32);
        assertThat(((Tokens) corpus.windows().getFirst().frames()).lines()[0]).hasSize(32);
        assertThat(corpus.summary().refusedWindows()).isEqualTo(RefusedWindows.NONE);
    }

    @Test
    void afterAPickupTheWindowsBeginAtTheFirstWholeBar() throws IOException {
        NoteSequence pickup = withMeters(
                Tunes.random(4, 1),
                List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR), new At<>(Beat.of(1), Meter.FOUR_FOUR)));

        assertThat(corpus(TWO_BARS, pickup).windows())
                .extracting(Window::firstStep)
                .containsExactly(4, 20, 36);
    }

    @Test
    void noWindowReachesIntoBarsOfAnotherMeter() throws IOException {
        NoteSequence waltzBetween = withMeters(
                Tunes.random(9, 1),
                List.of(
                        new At<>(Beat.ZERO, Meter.FOUR_FOUR),
                        new At<>(Beat.of(12), WALTZ),
                        new At<>(Beat.of(24), Meter.FOUR_FOUR)));

        Corpus corpus = corpus(TWO_BARS, waltzBetween);

        assertThat(corpus.windows()).extracting(Window::firstStep).containsExactly(0, 16, 96, 112);
        assertThat(corpus.summary().refusedWindows())
                .isEqualTo(RefusedWindows.of(WindowRefusal.OTHER_METER, 3)); // of four bars of waltz
    }

    @Test
    void aPieceInAnotherMeterIsRefusedWithTheMeterAndTheCount() {
        NoteSequence waltz = withMeters(Tunes.random(6, 1), List.of(new At<>(Beat.ZERO, WALTZ)));

        assertThatThrownBy(() -> corpus(TWO_BARS, waltz))
                .hasMessageContaining(
                        "all its 7 windows of 2 bars of 4/4 were refused: 7 in another meter; it has bars of 3/4");
    }

    @Test
    void barsOfAnotherMeterThatFillItsBarsAreTakenInGroupsWhereThisIsAskedFor() throws IOException {
        NoteSequence polka = withMeters(
                Tunes.random(6, 1), // bars of 4/4
                List.of(
                        new At<>(Beat.ZERO, new Meter(2, 4)),
                        new At<>(Beat.of(10), WALTZ),
                        new At<>(Beat.of(16), new Meter(2, 2))));
        CorpusSpec grouped = TWO_BARS.withOtherMeters(OtherMeters.GROUPED);

        Corpus corpus = corpus(grouped, polka);

        assertThat(corpus.windows()).extracting(Window::firstStep).containsExactly(0, 64);
        assertThat(corpus(TWO_BARS, polka).windows())
                .extracting(Window::firstStep)
                .containsExactly(64);
        assertThat(CorpusDecoding.decode(CorpusFormat.bytes(corpus)).spec()).isEqualTo(grouped);
    }

    @Test
    void aWaltzIsCutForARepresentationInItsMeter() throws IOException {
        NoteSequence waltz = withMeters(Tunes.random(3, 1), List.of(new At<>(Beat.ZERO, WALTZ)));

        assertThat(corpus(CorpusSpec.of(Melody.of(2, WALTZ)), waltz).windows())
                .extracting(Window::firstStep)
                .containsExactly(0, 12, 24);
    }

    @Test
    void windowsWithMoreThanABarOfRestAreRefusedAndSilentOnesToo() throws IOException {
        NoteSequence pauses = Tunes.of(List.of(
                Tunes.note(60, Beat.ZERO, Beat.of(4)),
                Tunes.note(62, Beat.of(8), Beat.of(2)),
                Tunes.note(64, Beat.of(23), Beat.of(1))));

        Corpus corpus = corpus(TWO_BARS, pauses);

        assertThat(corpus.windows()).extracting(Window::firstStep).containsExactly(0, 16);
        assertThat(corpus.summary().refusedWindows())
                .isEqualTo(
                        RefusedWindows.of(WindowRefusal.LONG_REST, 2).plus(RefusedWindows.of(WindowRefusal.SILENT, 1)));
    }

    @Test
    void ofNotationTheMelodyIsThePartSoNamedElseTheFirst() throws IOException {
        List<Note> low = Tunes.scale(48).parts().getFirst().notes();
        List<Note> high = Tunes.scale(72).parts().getFirst().notes();
        Part first = new Part("Alto", Instrument.PIANO, low);
        Part named = new Part("Soprano 1", Instrument.PIANO, high);

        assertThat(corpus(TWO_BARS, sequence(first, named))
                        .summary()
                        .pitchRange()
                        .orElseThrow()
                        .lowest()
                        .midi())
                .isEqualTo(72);
        assertThat(corpus(TWO_BARS, sequence(first, first.withNotes(high)))
                        .summary()
                        .pitchRange()
                        .orElseThrow()
                        .lowest()
                        .midi())
                .isEqualTo(48);
    }

    @Test
    void ofAMidiFileEveryLeadPartGivesItsOwnLine() throws IOException {
        Part lead = new Part(
                "",
                new Instrument.Melodic(0),
                Tunes.scale(60).parts().getFirst().notes());
        Part other = new Part(
                "",
                new Instrument.Melodic(31),
                Tunes.scale(72).parts().getFirst().notes());
        Part strings = new Part(
                "",
                new Instrument.Melodic(48),
                Tunes.scale(48).parts().getFirst().notes());
        Path file = folder.resolve("band.mid");
        MidiWriter.write(sequence(lead, other, strings), file);

        Corpus corpus = new CorpusBuilder(TWO_BARS).build(List.of(file));

        assertThat(corpus.windows()).hasSize(8);
        assertThat(corpus.distinct()).hasSize(8);
        assertThat(corpus.summary().unplacedNotes()).isEqualTo(20);
    }

    @Test
    void drumHitsAreStruckOnceHoweverLongTheyLast() throws IOException {
        List<Note> crash = List.of(Tunes.note(49, Beat.ZERO, Beat.of(12)), Tunes.note(36, Beat.of(11), Beat.of(1)));

        Corpus corpus = corpus(CorpusSpec.of(Drums.of(2)), sequence(new Part("", new Instrument.Drums(), crash)));

        assertThat(((Tokens) corpus.windows().get(0).frames()).lines()[0])
                .startsWith(128)
                .doesNotContain(1);
        assertThat(((Tokens) corpus.windows().get(1).frames()).lines()[0][0]).isZero();
    }

    @Test
    void aTrioIsEveryLeadWithEveryBassAndTheDrumsUpToSixteen() throws IOException {
        List<Note> tones = Tunes.scale(60).parts().getFirst().notes();
        List<Note> hits = IntStream.range(0, 3)
                .mapToObj(i -> Tunes.note(36, Beat.of(8).times(i), Beat.of(1)))
                .toList();
        Part drums = new Part("", new Instrument.Drums(), hits);
        Part[] parts = IntStream.range(0, 22)
                .mapToObj(i ->
                        i == 21 ? drums : new Part("", new Instrument.Melodic(i < 7 ? 0 : i < 10 ? 32 : 50), tones))
                .toArray(Part[]::new);

        Corpus corpus = corpus(CorpusSpec.of(Trio.of(4)), sequence(parts));

        assertThat(corpus.windows()).hasSize(2 * 16);
        assertThat(corpus.distinct()).hasSize(2);
        assertThat(corpus.summary().refusedWindows())
                .isEqualTo(RefusedWindows.of(WindowRefusal.MORE_PARTS, 2 * (21 - 16)));
    }

    @Test
    void aPieceWithoutTheLinesOfATrioIsToldWhatIsMissing() {
        assertThatThrownBy(() -> corpus(CorpusSpec.of(Trio.of(2)), Tunes.random(4, 1)))
                .hasMessageContaining("a trio needs a melody")
                .hasMessageContaining("it has 1, 0 and no drums");
    }

    @Test
    void aTuneWithChordsIsATrioWhereAsked() throws IOException {
        List<Note> chords = IntStream.range(0, 4)
                .boxed()
                .flatMap(bar -> Stream.of(38 + bar, 42 + bar, 45 + bar)
                        .map(pitch -> Tunes.note(pitch, Beat.of(4).times(bar), Beat.of(4))))
                .toList();
        NoteSequence tune =
                sequence(Tunes.scale(60).parts().getFirst(), new Part("", new Instrument.Melodic(0), chords));

        Corpus corpus = corpus(TUNES_AS_TRIOS, tune);

        int[][] trio = ((Tokens) corpus.windows().getFirst().frames()).lines();
        assertThat(trio[Trio.MELODY]).isEqualTo(melodyOf(Tunes.scale(60)));
        assertThat(trio[Trio.BASS][0]).isEqualTo(tokenOf(38));
        assertThat(trio[Trio.BASS][16]).isEqualTo(tokenOf(39));
        assertThat(Arrays.stream(trio[Trio.BASS]).filter(token -> token > 0)).hasSize(2);
        assertThat(trio[Trio.DRUMS]).containsOnly(0);
    }

    @Test
    void aLeadSheetIsATrioWhereAskedItsBassBelowTheChordSymbols() throws IOException {
        NoteSequence scale = Tunes.scale(60);
        Part violin = new Part(
                "", new Instrument.Melodic(40), scale.parts().getFirst().notes());
        NoteSequence leadSheet = new NoteSequence(
                scale.title(),
                List.of(violin),
                scale.tempos(),
                scale.meters(),
                scale.keys(),
                List.of(
                        new At<>(Beat.ZERO, ChordSymbol.parse("Am7/G").orElseThrow()),
                        new At<>(Beat.of(4), ChordSymbol.NO_CHORD),
                        new At<>(Beat.of(6), ChordSymbol.parse("F").orElseThrow())));

        Corpus corpus = corpus(TUNES_AS_TRIOS, leadSheet);

        assertThat(corpus.summary().unplacedNotes()).isZero();
        int[][] trio = ((Tokens) corpus.windows().getFirst().frames()).lines();
        assertThat(trio[Trio.MELODY]).isEqualTo(melodyOf(scale));
        int[] bass = new int[32];
        bass[0] = tokenOf(43);
        bass[16] = Melody.NOTE_OFF;
        bass[24] = tokenOf(41);
        assertThat(trio[Trio.BASS]).isEqualTo(bass);
    }

    @Test
    void aBandWithoutABassIsNoTuneWithChords() {
        Part tune = Tunes.scale(60).parts().getFirst();
        Part drums = new Part("", new Instrument.Drums(), List.of(Tunes.note(36, Beat.ZERO, Beat.of(1))));

        assertThatThrownBy(() -> corpus(TUNES_AS_TRIOS, sequence(tune, drums)))
                .hasMessageContaining("it has 1, 0 and drums");
        assertThatThrownBy(() -> corpus(TUNES_AS_TRIOS, sequence(tune)))
                .hasMessageContaining("it has 1, 0 and no drums");
    }

    @Test
    void savingAndLoadingKeepsTokensAndRefusals() throws IOException {
        List<CorpusSpec> specs = List.of(TWO_BARS, CorpusSpec.of(Melody.of(2, new Meter(2, 2))), TUNES_AS_TRIOS);
        for (CorpusSpec spec : specs) {
            TreeMap<String, NoteSequence> pieces = new TreeMap<>();
            pieces.put("tune", Tunes.random(5, 3));
            pieces.put("chords", chordsUnder(Tunes.random(5, 2)));
            pieces.put("waltz", withMeters(Tunes.random(5, 4), List.of(new At<>(Beat.ZERO, WALTZ))));
            Corpus corpus = new CorpusBuilder(spec).build(folder, pieces);
            Path file = folder.resolve("tunes.corpus");

            CorpusFile.save(corpus, file, IfExists.REPLACE);

            assertThat(CorpusFile.load(file)).isEqualTo(corpus);
            assertThat(CorpusFile.load(file).summary()).isEqualTo(corpus.summary());
        }
    }

    @Test
    void aForgedTokenIsRefused() throws IOException {
        byte[] bytes = CorpusFormat.bytes(corpus(TWO_BARS, Tunes.random(2, 3)));
        int lastToken = bytes.length - CorpusFormat.HASH_BYTES - 1;
        bytes[lastToken] = 90;

        assertThatThrownBy(() -> CorpusDecoding.decode(CorpusFileTest.signed(bytes)))
                .hasMessageContaining("token must be between 0 and 89, was 90");
    }

    @Test
    void whatTheTrainingWindowsShowIsNotHeldOut() throws IOException {
        TreeMap<String, NoteSequence> pieces = new TreeMap<>();
        pieces.put("a", Tunes.random(5, 1));
        pieces.put("b", Tunes.random(5, 2));
        Corpus corpus = new CorpusBuilder(TWO_BARS).build(folder, pieces);
        List<Window> training = corpus.windows().subList(0, 5);
        List<Window> heldOut = List.copyOf(corpus.windows().subList(3, 8));

        assertThat(Corpus.unseen(heldOut, training, Window::content)).containsExactlyElementsOf(heldOut.subList(2, 5));
    }

    private static NoteSequence chordsUnder(NoteSequence tune) {
        List<Note> chords = List.of(Tunes.note(40, Beat.ZERO, Beat.of(20)), Tunes.note(47, Beat.ZERO, Beat.of(20)));
        return sequence(tune.parts().getFirst(), new Part("", Instrument.PIANO, chords));
    }

    private static int tokenOf(int midi) {
        return Melody.FIRST_NOTE_ON + midi - 21;
    }

    private static int[] melodyOf(NoteSequence piece) {
        Melody melody = Melody.of(2);
        return melody.encode(melody.grid().quantize(piece).slice(0, melody.steps()))
                .lines()[0];
    }

    private Corpus corpus(CorpusSpec spec, NoteSequence piece) throws IOException {
        return new CorpusBuilder(spec).build(folder, new TreeMap<>(Map.of("piece", piece)));
    }

    private static NoteSequence sequence(Part... parts) {
        return NoteSequence.of("", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(parts));
    }

    private static NoteSequence withMeters(NoteSequence piece, List<At<Meter>> meters) {
        return new NoteSequence(piece.title(), piece.parts(), piece.tempos(), meters, piece.keys());
    }
}
