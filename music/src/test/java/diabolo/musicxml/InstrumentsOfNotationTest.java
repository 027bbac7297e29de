package diabolo.musicxml;

import static diabolo.musicxml.Xml.note;
import static org.assertj.core.api.Assertions.assertThat;

import diabolo.notation.MalformedNotationException;
import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From MIDI instruments in the list of parts to what plays a part. */
class InstrumentsOfNotationTest {

    private static final String UNPITCHED = "<note><unpitched><display-step>C</display-step>"
            + "<display-octave>5</display-octave></unpitched><duration>2</duration>%s</note>";

    @Test
    void programsCountFromOne() throws MalformedNotationException {
        List<Part> parts = parts(midi("a", 1, 41, ""), note("C4", 2));

        assertThat(parts).singleElement().extracting(Part::instrument).isEqualTo(new Instrument.Melodic(40));
    }

    @Test
    void programOutsideTheMidiRangeIsAPiano() throws MalformedNotationException {
        List<Part> parts = parts(midi("a", 1, 0, ""), note("C4", 2));

        assertThat(parts).singleElement().extracting(Part::instrument).isEqualTo(Instrument.PIANO);
    }

    @Test
    void unpitchedNotesStrikeTheDrumOfTheirInstrument() throws MalformedNotationException {
        String kit = midi("kick", 10, 1, "<midi-unpitched>37</midi-unpitched>")
                + midi("hat", 10, 1, "<midi-unpitched>43</midi-unpitched>");

        List<Part> parts = parts(
                kit, UNPITCHED.formatted("<instrument id='kick'/>") + UNPITCHED.formatted("<instrument id='hat'/>"));

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.isDrums()).isTrue();
            assertThat(pitches(part)).containsExactly(36, 42);
        });
    }

    @Test
    void pitchedNotesOnTheDrumChannelAreDrums() throws MalformedNotationException {
        List<Part> parts = parts(midi("kit", 10, 1, ""), note("C2", 2));

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.isDrums()).isTrue();
            assertThat(pitches(part)).containsExactly(36);
        });
    }

    @Test
    void unpitchedNotesWithoutADrumAreKeptAsSnare() throws MalformedNotationException {
        List<Part> parts = parts("", UNPITCHED.formatted(""));

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.isDrums()).isTrue();
            assertThat(pitches(part)).containsExactly(38);
        });
    }

    @Test
    void instrumentsThatShareAStaffBecomePartsOfTheirOwn() throws MalformedNotationException {
        List<Part> parts = parts(
                midi("flute", 1, 74, "") + midi("oboe", 2, 69, ""),
                note("C5", 2) + note("D5", 2, "<instrument id='oboe'/>") + note("E5", 2, "<instrument id='flute'/>"));

        assertThat(parts)
                .extracting(Part::instrument)
                .containsExactly(new Instrument.Melodic(73), new Instrument.Melodic(68));
        assertThat(parts).extracting(part -> part.notes().size()).containsExactly(2, 1);
    }

    private static List<Part> parts(String midiInstruments, String measure) throws MalformedNotationException {
        String list = "<score-part id='P1'><part-name>X</part-name>" + midiInstruments + "</score-part>";
        return MusicXmlReader.read(Xml.bytes(Xml.document(list, Xml.part("P1", measure))))
                .parts();
    }

    private static String midi(String id, int channel, int program, String more) {
        return "<midi-instrument id='%s'><midi-channel>%d</midi-channel><midi-program>%d</midi-program>%s</midi-instrument>"
                .formatted(id, channel, program, more);
    }

    private static List<Integer> pitches(Part part) {
        return part.notes().stream().map(Note::pitch).map(pitch -> pitch.midi()).toList();
    }
}
