package diabolo.musicxml;

import java.io.InputStream;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks XML one element at a time; whoever enters an element reads or skips it to its end.
 *
 * <pre>{@code
 * while (xml.nextChild()) {
 *     switch (xml.name()) {
 *         case "step" -> step = xml.text();
 *         default -> xml.skip();
 *     }
 * }
 * }</pre>
 *
 * <p>Opens nothing beside the given text, expands no entity and bounds the depth. Belongs to one reading on one thread.
 */
final class XmlCursor implements AutoCloseable {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT_LENGTH = 1_000;
    private static final int MAX_REASON_LENGTH = 160;

    private final XMLStreamReader reader;
    private int depth;

    private XmlCursor(XMLStreamReader reader) {
        this.reader = reader;
    }

    static XmlCursor open(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
        try {
            return new XmlCursor(factory.createXMLStreamReader(new StringReader(xml)));
        } catch (RuntimeException e) {
            throw new XMLStreamException("the parser gave up: " + e.getMessage(), e);
        }
    }

    /** Moves to the next child of the current element and enters it; false, having left the element, where none is left. */
    boolean nextChild() throws XMLStreamException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // text between elements, comments and the DOCTYPE say nothing
                }
            }
        }
    }

    /** The name of the element entered last, without a namespace prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** An attribute of the element entered last; to be asked before its content is read. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name)).map(String::strip);
    }

    /** Reads the element to its end: its own text, stripped, cut to a thousand characters. */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int parent = depth - 1;
        while (depth > parent) {
            int event = advance();
            boolean isText = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (isText && depth == parent + 1 && text.length() < MAX_TEXT_LENGTH) {
                String piece = reader.getText();
                text.append(piece, 0, Math.min(piece.length(), MAX_TEXT_LENGTH - text.length()));
            }
        }
        return text.toString().strip();
    }

    /** Reads the element to its end and forgets it. */
    void skip() throws XMLStreamException {
        int parent = depth - 1;
        while (depth > parent) {
            advance();
        }
    }

    String location() {
        Location location = reader.getLocation();
        return "line %d, column %d".formatted(location.getLineNumber(), location.getColumnNumber());
    }

    @Override
    public void close() throws XMLStreamException {
        reader.close();
    }

    /** What the parser complains of, on one line. */
    static String reasonOf(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("Message: ");
        String reason = (start < 0 ? message : message.substring(start + "Message: ".length())).replaceAll("\\s+", " ");
        return "the XML is not well-formed ("
                + reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH))
                        .strip() + ")";
    }

    private int advance() throws XMLStreamException {
        int event = nextEvent();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            if (depth > MAX_DEPTH) {
                throw new XMLStreamException("elements are nested deeper than " + MAX_DEPTH);
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    /** The JDK's parser fails with an exception of its own where it lacks a message, for instance for a bad DTD. */
    private int nextEvent() throws XMLStreamException {
        try {
            return reader.next();
        } catch (RuntimeException e) {
            throw new XMLStreamException("the parser gave up: " + e.getMessage(), e);
        }
    }
}
