/**
 * Ragtime for two hands: rags as lines of tokens, the leading notes of each hand and the shapes they are struck in; a network that learns to
 * predict masked ones, and new rags sampled from it.
 *
 * <pre>{@code
 * Ragtime rag = Ragtime.of(Ragtime.Settings.DEFAULT.withSeed(7), RagModel.included());
 * MidiWriter.write(rag.music(), Path.of("rag.mid"));
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.ragtime.Ragtime}, {@link diabolo.ragtime.RagModel}, {@link diabolo.ragtime.RagFolder}.
 */
@NullMarked
package diabolo.ragtime;

import org.jspecify.annotations.NullMarked;
