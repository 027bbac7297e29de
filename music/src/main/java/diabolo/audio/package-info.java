/**
 * Music to hear: notes become PCM by a synthesizer, and PCM becomes a WAV file, without a sound card. It stands at the end of
 * the flow, after the decoder has given a {@link diabolo.note.NoteSequence}. Everything streams, so that a long piece needs
 * no more memory than a short one, and the same notes with the same SoundFont give the same bytes.
 *
 * <pre>{@code
 * NoteSequence piece = MidiReader.read(Path.of("blues.mid"));
 * Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());
 * WavWriter.write(synthesizer.render(piece), WavFormat.STEREO, Path.of("blues.wav"));
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.audio.Synthesizer}, {@link diabolo.audio.Pcm}, {@link diabolo.audio.WavWriter}.
 */
@NullMarked
package diabolo.audio;

import org.jspecify.annotations.NullMarked;
