package diabolo.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.ForAll;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageTest {

    private static final Meter FOUR_FOUR = Meter.FOUR_FOUR;
    private static final Meter THREE_FOUR = new Meter(3, 4);

    private static At<Meter> at(long numerator, long denominator, Meter meter) {
        return new At<>(Beat.of(numerator, denominator), meter);
    }

    /** A quarter note on every beat, each a semitone higher than the one before. */
    private static Passage quarters(int count, List<At<Meter>> meters) {
        List<QuantizedNote> notes = IntStream.range(0, count)
                .mapToObj(i -> new QuantizedNote(Pitch.of(40 + i), Velocity.DEFAULT, 4 * i, 4))
                .toList();
        return Passage.of(new QuantizedSequence(
                "quarters",
                RhythmGrid.SIXTEENTHS,
                4 * count,
                List.of(new QuantizedPart("", Instrument.PIANO, notes)),
                List.of(),
                meters,
                List.of(new At<>(Beat.ZERO, Key.parse("G")))));
    }

    private static List<Integer> pitches(Passage passage) {
        return passage.music().allNotes().map(note -> note.pitch().midi()).toList();
    }

    @Test
    void barsCountFromOneAndOneThatIsNotFullIsABar() {
        Passage piece = quarters(9, List.of());

        assertThat(piece.firstBar()).isEqualTo(1);
        assertThat(piece.lastBar()).isEqualTo(3);
        assertThat(piece.endStep()).isEqualTo(48);
        assertThat(piece.barAt(15)).isEqualTo(1);
        assertThat(piece.barAt(16)).isEqualTo(2);
    }

    @Test
    void aPickupIsBarZero() {
        Passage piece = quarters(9, List.of(at(0, 1, FOUR_FOUR), at(1, 1, FOUR_FOUR)));

        assertThat(piece.firstBar()).isZero();
        assertThat(piece.pickupSteps()).isEqualTo(4);
        assertThat(piece.lastBar()).isEqualTo(2);
        assertThat(piece.barAt(3)).isZero();
        assertThat(piece.barAt(4)).isEqualTo(1);
        assertThat(pitches(piece.between(1, 1))).containsExactly(41, 42, 43, 44);
        assertThat(pitches(piece.between(0, 0))).containsExactly(40);
    }

    @Test
    void aMeterThatIsStatedAgainAfterAWholeBarIsNoPickup() {
        assertThat(quarters(8, List.of(at(0, 1, FOUR_FOUR), at(4, 1, FOUR_FOUR)))
                        .firstBar())
                .isEqualTo(1);
    }

    @Test
    void aPassageHasItsBarsInFullLengthAndKeepsTheirNumbers() {
        Passage piece = quarters(17, List.of(at(0, 1, FOUR_FOUR), at(8, 1, THREE_FOUR)));

        Passage passage = piece.between(2, 5);

        assertThat(piece.lastBar()).isEqualTo(5);
        assertThat(pitches(passage)).startsWith(44).endsWith(56).hasSize(13);
        assertThat(passage.music().lengthInSteps()).isEqualTo(16 + 12 + 12 + 12);
        assertThat(passage.barAt(16)).isEqualTo(3);
        assertThat(passage.lastBar()).isEqualTo(5);
        assertThat(passage.music().meters()).containsExactly(at(0, 1, FOUR_FOUR), at(4, 1, THREE_FOUR));
    }

    @Test
    void aBarThatAMeterStatedAgainCutsShortIsABar() {
        Passage piece = quarters(10, List.of(at(0, 1, FOUR_FOUR), at(6, 1, FOUR_FOUR)));

        assertThat(piece.firstBar()).isEqualTo(1);
        assertThat(piece.lastBar()).isEqualTo(3);
        assertThat(pitches(piece.between(2, 2))).containsExactly(44, 45);
        assertThat(pitches(piece.between(3, 3))).containsExactly(46, 47, 48, 49);
    }

    @Test
    void restsFillThePickupsBarAndNothingElseMoves() {
        Passage piece = quarters(9, List.of(at(0, 1, FOUR_FOUR), at(1, 1, FOUR_FOUR)));

        Passage whole = piece.withWholePickup();

        assertThat(whole.bars()).isEqualTo(piece.bars());
        assertThat(whole.firstBar()).isZero();
        assertThat(whole.pickupSteps()).isZero();
        assertThat(whole.music().allNotes().mapToInt(QuantizedNote::startStep))
                .containsExactly(12, 16, 20, 24, 28, 32, 36, 40, 44);
        assertThat(whole.music().keys().getFirst().start()).isEqualTo(Beat.ZERO);
        assertThat(whole.between(1, 2).music().parts())
                .isEqualTo(piece.between(1, 2).music().parts());
        assertThat(whole.withWholePickup()).isEqualTo(whole);
    }

    @Test
    void aPickupOffTheGridIsRounded() {
        Passage piece = quarters(9, List.of(at(0, 1, FOUR_FOUR), at(1, 3, FOUR_FOUR)));

        assertThat(piece.pickupSteps()).isEqualTo(1);
        assertThat(piece.withWholePickup().bars()).isEqualTo(piece.bars());
        assertThat(piece.withWholePickup().endStep() % 16).isZero();
    }

    @Test
    void aLaterBarThatIsCutShortIsNoPickup() {
        Passage piece = quarters(10, List.of(at(0, 1, FOUR_FOUR), at(6, 1, FOUR_FOUR)));

        Passage passage = piece.between(2, 3);

        assertThat(passage.pickupSteps()).isZero();
        assertThat(passage.withWholePickup()).isSameAs(passage);
        assertThat(passage.barAt(8)).isEqualTo(3);
    }

    @Test
    void aPickupTakenAloneEndsItsBarToo() {
        Passage piece = quarters(9, List.of(at(0, 1, FOUR_FOUR), at(1, 1, FOUR_FOUR)));

        Passage pickup = piece.between(0, 0).withWholePickup();

        assertThat(pickup.music().lengthInSteps()).isEqualTo(16);
        assertThat(pickup.music().allNotes()).singleElement().satisfies(note -> assertThat(note.startStep())
                .isEqualTo(12));
    }

    @Test
    void aBarIsTheLastThatBeginsAtTheStepOrBeforeIt() {
        ForAll.examples(PassageTest::meters).check(meters -> {
            Passage piece = quarters(20, meters);
            List<Integer> beginnings = beginnings(piece.music());

            assertThat(piece.bars()).isEqualTo(beginnings.size());
            for (int step = 0; step < 80; step++) {
                int at = step;
                int begun =
                        (int) beginnings.stream().filter(first -> first <= at).count();
                assertThat(piece.barAt(step)).isEqualTo(piece.firstBar() + begun - 1);
                assertThat(piece.step(piece.barAt(step))).isEqualTo(beginnings.get(begun - 1));
            }
        });
    }

    private static List<At<Meter>> meters(SplittableRandom random) {
        List<Meter> some = List.of(FOUR_FOUR, THREE_FOUR, new Meter(7, 8), new Meter(3, 32), new Meter(1, 64));
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(_ -> at(random.nextInt(200), 8, some.get(random.nextInt(some.size()))))
                .sorted(Comparator.comparing(At::start))
                .toList();
    }

    /** Bar by bar. */
    private static List<Integer> beginnings(QuantizedSequence piece) {
        TreeMap<Integer, Double> lengths = new TreeMap<>(Map.of(0, 16.0));
        piece.meters()
                .forEach(meter -> lengths.put(
                        (int) meter.start().toTicks(4),
                        4 * meter.value().barLength().toDouble()));
        List<Integer> beginnings = new ArrayList<>();
        for (Map.Entry<Integer, Double> meter :
                lengths.headMap(piece.lengthInSteps()).entrySet()) {
            int from = meter.getKey();
            int to = Objects.requireNonNullElse(lengths.higherKey(from), piece.lengthInSteps());
            double length = meter.getValue();
            for (int bar = 0; from + bar * length < Math.min(to, piece.lengthInSteps()); bar++) {
                beginnings.add((int) Math.round(from + bar * length));
            }
        }
        return beginnings;
    }

    /** Were all meters looked at for each bar, this would not end. */
    @Test
    void barsAreFoundAmongAsManyMetersAsThereAreSteps() {
        List<At<Meter>> meters = IntStream.range(0, RhythmGrid.MAX_STEPS)
                .mapToObj(step -> at(step, 4, FOUR_FOUR))
                .toList();
        Passage piece = Passage.of(new QuantizedSequence(
                "", RhythmGrid.SIXTEENTHS, RhythmGrid.MAX_STEPS, List.of(), List.of(), meters, List.of()));

        assertThat(IntStream.range(0, RhythmGrid.MAX_STEPS)).allMatch(step -> piece.barAt(step) == step);
        assertThat(piece.pickupSteps()).isEqualTo(1);
    }

    @Test
    void aPieceTooLongForTheRestsBeforeItsPickupIsTakenByItsBars() {
        Passage piece = Passage.of(new QuantizedSequence(
                "long",
                RhythmGrid.SIXTEENTHS,
                RhythmGrid.MAX_STEPS,
                List.of(),
                List.of(),
                List.of(at(0, 1, FOUR_FOUR), at(1, 1, FOUR_FOUR)),
                List.of()));

        assertThatIllegalArgumentException()
                .isThrownBy(piece::withWholePickup)
                .withMessage(
                        "\"long\" has 200000 steps, and with 12 of rests before it more than 200000, the most that a piece can have; take fewer bars of it");
        assertThat(piece.between(0, 2).withWholePickup().endStep()).isEqualTo(48);
        assertThat(piece.between(1, piece.lastBar()).music().lengthInSteps()).isEqualTo(RhythmGrid.MAX_STEPS - 4);
    }

    @Test
    void barsThatAreNotThereAreRefused() {
        Passage pickup = quarters(9, List.of(at(0, 1, FOUR_FOUR), at(1, 1, FOUR_FOUR)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pickup.between(2, 3))
                .withMessage(
                        "\"quarters\" has bars 0 to 2, 0 being its pickup, but not bars 2 to 3; name some that it has, the first one first");
        assertThatIllegalArgumentException().isThrownBy(() -> pickup.between(2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quarters(2, List.of()).between(0, 1));
    }

    @Test
    void barsShorterThanAStepAreCountedWithoutListingThem() {
        Passage piece = quarters(40, List.of(at(0, 1, new Meter(1, 64))));

        assertThat(piece.lastBar()).isEqualTo(40 * 16);
        assertThat(piece.barAt(4)).isEqualTo(18);
    }
}
