package diabolo.operation;

import diabolo.attribute.Attribute;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sources by name, in memory. */
final class RememberedSources implements Sources {

    private final Map<String, Source.Music> music = new HashMap<>();
    private final Map<String, Attribute> attributes = new HashMap<>();

    RememberedSources with(Source.Music piece) {
        music.put(piece.name(), piece);
        return this;
    }

    RememberedSources with(Attribute attribute) {
        attributes.put(attribute.name(), attribute);
        return this;
    }

    @Override
    public Source.Music music(String name, Selection selection) throws IOException {
        if (!music.containsKey(name)) {
            throw new IOException("nothing is called %s; name a piece of this session".formatted(name));
        }
        return new Source.Music(name, music.get(name).piece(), selection);
    }

    @Override
    public Source source(String name, Selection selection) throws IOException {
        return music(name, selection);
    }

    @Override
    public List<Source.Codes> codes(String name) throws IOException {
        throw new IOException("no codes are called %s; give them as they are".formatted(name));
    }

    @Override
    public Attribute attribute(String name) throws IOException {
        if (!attributes.containsKey(name)) {
            throw new IOException("no attribute is called %s; learn it first".formatted(name));
        }
        return attributes.get(name);
    }
}
