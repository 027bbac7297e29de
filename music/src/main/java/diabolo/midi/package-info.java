/**
 * Standard MIDI Files, in and out. Reading goes from bytes to chunks, to events, to notes; writing goes back. Nothing here
 * knows grids or networks: the result of reading is a {@link diabolo.note.NoteSequence} in free time.
 *
 * <pre>{@code
 * NoteSequence blues = MidiReader.read(Path.of("blues.mid"));
 * MidiWriter.write(blues.transpose(-3), Path.of("lower.mid"));
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.midi.MidiReader}, {@link diabolo.midi.MidiWriter}, {@link diabolo.midi.MidiEvent}.
 */
@NullMarked
package diabolo.midi;

import org.jspecify.annotations.NullMarked;
