package vn.haiphong.hotline1022.adapter.portal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.haiphong.hotline1022.application.inform.ListAnswered;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** Answers as an Atom feed (RFC 4287). */
final class AnsweredFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int LONGEST_TITLE = 100;

    private final String house;
    private final String title;
    private final String portal;

    AnsweredFeed(String house, String title, String portal) {
        this.house = house;
        this.title = title;
        this.portal = portal;
    }

    /** @param lines newest first */
    byte[] of(List<ListAnswered.Line> lines, AnsweredFilter filter) {
        var bytes = new ByteArrayOutputStream();
        try {
            var feed = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            feed.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            feed.writeStartElement("feed");
            feed.writeDefaultNamespace(NAMESPACE);
            text(feed, "id", portal + filter.at(AnsweredData.FEED));
            text(feed, "title", title + " – " + house);
            // An empty feed has not changed either: it must look the same each time.
            text(
                    feed,
                    "updated",
                    lines.isEmpty()
                            ? Instant.EPOCH.toString()
                            : lines.get(0).repliedAt().toString());
            link(feed, "self", portal + filter.at(AnsweredData.FEED), "application/atom+xml");
            link(feed, "alternate", portal + filter.at(AnsweredPages.LIST), "text/html");
            author(feed, house);
            for (var line : lines) {
                entry(feed, line);
            }
            feed.writeEndElement();
            feed.writeEndDocument();
            feed.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // nothing but memory is written to
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter feed, ListAnswered.Line line) throws XMLStreamException {
        feed.writeStartElement("entry");
        text(feed, "id", "urn:uuid:" + line.id());
        text(feed, "title", PetitionText.upTo(LONGEST_TITLE, line.content().replaceAll("\\s+", " ")));
        text(feed, "updated", line.repliedAt().toString());
        text(feed, "published", line.repliedAt().toString());
        link(feed, "alternate", portal + AnsweredPages.addressOf(line.id()), "text/html");
        author(feed, line.agency() == null ? house : line.agency());
        if (line.field() != null) {
            feed.writeEmptyElement("category");
            feed.writeAttribute("term", readable(line.field()));
        }
        text(feed, "summary", line.content());
        text(feed, "content", line.reply());
        feed.writeEndElement();
    }

    private static void author(XMLStreamWriter feed, String name) throws XMLStreamException {
        feed.writeStartElement("author");
        text(feed, "name", name);
        feed.writeEndElement();
    }

    private static void link(XMLStreamWriter feed, String relation, String address, String type)
            throws XMLStreamException {
        feed.writeEmptyElement("link");
        feed.writeAttribute("rel", relation);
        feed.writeAttribute("type", type);
        feed.writeAttribute("href", address);
    }

    private static void text(XMLStreamWriter feed, String name, String text) throws XMLStreamException {
        feed.writeStartElement(name);
        feed.writeCharacters(readable(text));
        feed.writeEndElement();
    }

    /** Without what XML 1.0 cannot say: one such letter would make the feed unreadable for everybody. */
    private static String readable(String text) {
        var readable = new StringBuilder(text.length());
        text.codePoints()
                .filter(letter -> letter == '\t'
                        || letter == '\n'
                        || letter == '\r'
                        || letter >= 0x20 && letter <= 0xD7FF
                        || letter >= 0xE000 && letter <= 0xFFFD
                        || letter >= 0x10000)
                .forEach(readable::appendCodePoint);
        return readable.toString();
    }
}
