/**
 * Listening tests: a page of blind pairs, each a real excerpt and a made one, and what the answers of listeners say.
 *
 * <pre>{@code
 * ListeningTest test = new ListeningTest(20, 12, Rendition.ON_GRID, 1);
 * Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());
 * test.write(Path.of("real"), List.of(Path.of("made")), Path.of("test"), synthesizer);
 * AnswerKey key = AnswerKey.read(Path.of("test/key.json"));
 * List<PreferenceScore> scores = PreferenceScore.of(key, Answers.read(List.of(Path.of("answers.csv")), key));
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.listening.ListeningTest}, {@link diabolo.listening.PreferenceScore}.
 */
@NullMarked
package diabolo.listening;

import org.jspecify.annotations.NullMarked;
