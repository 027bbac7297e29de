package diabolo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.grid.RhythmGrid;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.representation.Cells;
import diabolo.representation.PianoRoll;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class PianoRollPictureTest {

    private static Note note(int pitch, int velocity, int start, int duration) {
        return new Note(Pitch.of(pitch), Velocity.of(velocity), Beat.of(start), Beat.of(duration));
    }

    private static Part part(String name, Note... notes) {
        return new Part(name, Instrument.PIANO, List.of(notes));
    }

    private static NoteSequence piece(Meter meter, Part... parts) {
        return NoteSequence.of("a piece", new Tempo(120), meter, List.of(parts));
    }

    private static BufferedImage png(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.toPng()));
    }

    private static int middleOf(BufferedImage image, Element rectangle) {
        double x = Svg.number(rectangle, "x") + Svg.number(rectangle, "width") / 2;
        double y = Svg.number(rectangle, "y") + Svg.number(rectangle, "height") / 2;
        return image.getRGB((int) x, (int) y) & 0xFFFFFF;
    }

    @Test
    void everyNoteIsARectangleAtItsPlace() throws Exception {
        PianoRollPicture picture = PianoRollPicture.of(
                piece(Meter.FOUR_FOUR, part("", note(60, 127, 0, 4), note(72, 127, 4, 2), note(48, 127, 8, 8))));

        List<Element> notes = Svg.of(picture).inGroup("notes", "rect");

        assertThat(notes).hasSize(3);
        double beat = (Svg.number(notes.get(1), "x") - Svg.number(notes.get(0), "x")) / 4;
        double semitone = (Svg.number(notes.get(0), "y") - Svg.number(notes.get(1), "y")) / 12;
        assertThat(beat).isEqualTo(48);
        assertThat(semitone).isPositive();
        assertThat(Svg.number(notes.get(2), "x") - Svg.number(notes.get(0), "x"))
                .isEqualTo(8 * beat);
        assertThat(Svg.number(notes.get(2), "y") - Svg.number(notes.get(0), "y"))
                .isEqualTo(12 * semitone);
        assertThat(Svg.number(notes.get(2), "width")).isCloseTo(8 * beat, within(1.0));
        assertThat(Svg.number(notes.get(1), "width")).isCloseTo(2 * beat, within(1.0));
    }

    @Test
    void pixelsHaveTheColoursOfTheVectors() throws Exception {
        PianoRollPicture picture = PianoRollPicture.of(piece(
                Meter.FOUR_FOUR,
                part("loud and soft", note(60, 127, 0, 4), note(64, 20, 4, 4)),
                part("second", note(67, 127, 8, 4))));

        List<Element> notes = Svg.of(picture).inGroup("notes", "rect");
        BufferedImage image = png(picture);

        assertThat(image.getWidth()).isEqualTo(picture.width());
        assertThat(image.getHeight()).isEqualTo(picture.height());
        assertThat(middleOf(image, notes.get(0))).isEqualTo(Colour.ofPart(0).rgb());
        assertThat(middleOf(image, notes.get(2))).isEqualTo(Colour.ofPart(1).rgb());
        int soft = middleOf(image, notes.get(1));
        assertThat("#%06x".formatted(soft)).isEqualTo(notes.get(1).getAttribute("fill"));
        assertThat(soft & 0xFF).isGreaterThan(Colour.ofPart(0).rgb() & 0xFF);
        assertThat(image.getRGB(1, 1) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void barsAreNumberedAsTheMetersSay() throws Exception {
        PianoRollPicture picture = PianoRollPicture.of(piece(new Meter(3, 4), part("", note(60, 90, 0, 12))));

        assertThat(Svg.of(picture).texts()).contains("1", "2", "3", "4", "C4").doesNotContain("5");
    }

    @Test
    void drumsHaveLanesWithTheirNamesBelowTheKeys() throws Exception {
        Part kit = new Part(
                "kit", new Instrument.Drums(), List.of(note(38, 90, 0, 1), note(40, 90, 1, 1), note(36, 90, 2, 1)));
        Part tones = part("tones", note(30, 90, 0, 1));

        Svg drumsAlone = Svg.of(PianoRollPicture.of(piece(Meter.FOUR_FOUR, kit)));
        Svg both = Svg.of(PianoRollPicture.of(piece(Meter.FOUR_FOUR, tones, kit)));

        assertThat(drumsAlone.texts())
                .contains("kick", "snare", "closed hi-hat")
                .doesNotContain("C2", "other");
        List<Double> hits = drumsAlone.inGroup("notes", "rect").stream()
                .map(hit -> Svg.number(hit, "y"))
                .toList();
        assertThat(hits.get(0)).isEqualTo(hits.get(1)).isLessThan(hits.get(2)); // two snares above the kick
        List<Element> notes = both.inGroup("notes", "rect");
        assertThat(Svg.number(notes.getFirst(), "y")).isLessThan(Svg.number(notes.get(1), "y"));
        assertThat(both.texts()).contains("C2", "kick");
    }

    @Test
    void aDrumOfNoClassIsDrawnAsAnother() throws Exception {
        Part kit = new Part("kit", new Instrument.Drums(), List.of(note(100, 90, 0, 1), note(51, 90, 1, 1)));

        Svg picture = Svg.of(PianoRollPicture.of(piece(Meter.FOUR_FOUR, kit)));

        List<Element> hits = picture.inGroup("notes", "rect");
        assertThat(picture.texts()).contains("other");
        assertThat(Svg.number(hits.get(0), "y")).isLessThan(Svg.number(hits.get(1), "y"));
    }

    @Test
    void aPickupIsBarZero() throws Exception {
        NoteSequence piece = new NoteSequence(
                "",
                List.of(part("", note(60, 90, 0, 9))),
                List.of(),
                List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR), new At<>(Beat.of(1), Meter.FOUR_FOUR)),
                List.of());

        assertThat(Svg.of(PianoRollPicture.of(piece)).texts()).contains("0", "1", "2");
    }

    @Test
    void aMeterThatIsStatedTwiceAtTheBeginningIsNoPickup() throws Exception {
        NoteSequence piece = new NoteSequence(
                "",
                List.of(part("", note(60, 90, 0, 8))),
                List.of(),
                List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR), new At<>(Beat.ZERO, Meter.FOUR_FOUR)),
                List.of());

        assertThat(Svg.of(PianoRollPicture.of(piece)).texts())
                .contains("1", "2")
                .doesNotContain("0");
    }

    @Test
    void namesOfPartsAreShownAndHarmlessWhateverTheyHold() throws Exception {
        String name = "<script>&\"]]>\u0001";
        PianoRollPicture picture = PianoRollPicture.of(
                piece(Meter.FOUR_FOUR, part(name, note(60, 90, 0, 1)), part("", note(61, 90, 0, 1))));

        assertThat(Svg.of(picture).texts()).contains("<script>&\"]]>\uFFFD", "part 2");
    }

    @Test
    void aLongPieceIsCutIntoRowsAndANoteAcrossTheCutIsDrawnInBoth() throws Exception {
        Note[] notes =
                IntStream.range(0, 50).mapToObj(i -> note(60, 90, 4 * i, 4)).toArray(Note[]::new);
        PianoRollPicture separate = PianoRollPicture.of(piece(Meter.FOUR_FOUR, part("", notes)));
        PianoRollPicture across = PianoRollPicture.of(piece(Meter.FOUR_FOUR, part("", note(60, 90, 0, 200))));

        assertThat(Svg.of(separate).inGroup("notes", "rect")).hasSize(50);
        assertThat(Svg.of(across).inGroup("notes", "rect")).hasSizeBetween(2, 8);
        assertThat(separate.width()).isLessThan(1300);
        assertThat(separate.height()).isLessThan(1600);
    }

    @Test
    void noLengthMakesThePictureLarge() throws Exception {
        PianoRollPicture picture =
                PianoRollPicture.of(piece(new Meter(1, 64), part("", note(0, 1, 0, 10_000_000), note(127, 1, 0, 1))));

        assertThat(picture.width()).isLessThan(1300);
        assertThat(picture.height()).isLessThan(4000);
        assertThat(picture.toSvg().length()).isLessThan(1_000_000);
    }

    @Test
    void aPieceWithoutNotesHasAPicture() throws Exception {
        PianoRollPicture picture = PianoRollPicture.of(piece(Meter.FOUR_FOUR));

        assertThat(Svg.of(picture).inGroup("notes", "rect")).isEmpty();
        assertThat(png(picture).getWidth()).isEqualTo(picture.width());
    }

    @Test
    void aCellIsTheDarkerTheMoreProbableItIs() throws Exception {
        PianoRoll roll = new PianoRoll(RhythmGrid.SIXTEENTHS, 16, 48, 24);
        float[] cells = new float[16 * 24];
        cells[roll.index(0, Pitch.of(60))] = 1;
        cells[roll.index(5, Pitch.of(62))] = 0.25f;
        cells[roll.index(6, Pitch.of(62))] = Float.NaN;
        cells[roll.index(7, Pitch.of(62))] = 0.001f;
        PianoRollPicture picture = PianoRollPicture.ofCells("cells", roll, new Cells(cells), Meter.FOUR_FOUR);

        List<Element> shown = Svg.of(picture).inGroup("notes", "rect");

        assertThat(shown).hasSize(2);
        assertThat(shown.get(0).getAttribute("fill")).isEqualTo(Colour.ofPart(0).hex());
        assertThat(shown.get(1).getAttribute("fill"))
                .isEqualTo(Colour.PAPER.mixedWith(Colour.ofPart(0), 0.25).hex());
        double step = Svg.number(shown.get(0), "width");
        assertThat(Svg.number(shown.get(1), "x") - Svg.number(shown.get(0), "x"))
                .isCloseTo(5 * step, within(6.0));
    }

    @Test
    void cellsOfAnotherRollAreRefused() {
        assertThatThrownBy(() ->
                        PianoRollPicture.ofCells("", PianoRoll.DEEPHEAR, new Cells(new float[7]), Meter.FOUR_FOUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A piano roll of 64 steps and 88 pitches has 5632 cells, but 7 were given.");
    }

    @Test
    void filesAreWritten(@TempDir Path folder) throws IOException {
        Picture picture = PianoRollPicture.of(piece(Meter.FOUR_FOUR, part("", note(60, 90, 0, 1))));

        picture.writeSvg(folder.resolve("piece.svg"));
        picture.writePng(folder.resolve("piece.png"));

        assertThat(folder.resolve("piece.svg")).hasContent(picture.toSvg());
        assertThat(Files.readAllBytes(folder.resolve("piece.png"))).isEqualTo(picture.toPng());
    }
}
