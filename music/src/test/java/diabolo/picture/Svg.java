package diabolo.picture;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An SVG document, read back by an XML parser. */
record Svg(Document document) {

    static Svg of(Picture picture) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        byte[] bytes = picture.toSvg().getBytes(StandardCharsets.UTF_8);
        return new Svg(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
    }

    /** The elements of a name in the groups of a class, in order. */
    List<Element> inGroup(String className, String elementName) {
        return elements(document.getElementsByTagName("g")).stream()
                .filter(group -> group.getAttribute("class").equals(className))
                .flatMap(group -> elements(group.getElementsByTagName(elementName)).stream())
                .toList();
    }

    List<String> texts() {
        return elements(document.getElementsByTagName("text")).stream()
                .map(Element::getTextContent)
                .toList();
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
