/**
 * MusicXML, plain or compressed, read into {@link diabolo.notation.Notation} and written from a {@link diabolo.note.NoteSequence}.
 *
 * <pre>{@code
 * NoteSequence rag = MusicXmlReader.read(Path.of("maple.mxl"));
 * MusicXmlWriter.write(rag.withTempo(new Tempo(80)), Path.of("slower.musicxml"));
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.musicxml.MusicXmlReader}, {@code NotationParser} (from XML to bars), {@code BarParser}; for
 * writing {@link diabolo.musicxml.MusicXmlWriter} and {@code PartWriter}.
 */
@NullMarked
package diabolo.musicxml;

import org.jspecify.annotations.NullMarked;
