package vn.haiphong.hotline1022.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.Folder;
import jakarta.mail.Session;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class MailboxControllerTest {

    private final DemoMailServer server = new DemoMailServer("tongdai@1022.haiphong.gov.vn");
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private MockMvc web;

    @BeforeEach
    void set_up() {
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        web = MockMvcBuilders.standaloneSetup(new MailboxController(server))
                .setViewResolvers(views())
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_empty_mailbox_says_so_and_what_it_keeps() throws Exception {
        web.perform(get("/demo/mail"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Chưa có thư nào")))
                .andExpect(content().string(containsString("từ lần khởi động gần nhất")));
    }

    @Test
    void letters_are_listed_newest_first() throws Exception {
        send("an@example.vn", "Thư thứ nhất", "một", "<p>một</p>");
        send("binh@example.vn", "Thư thứ hai", "hai", "<p>hai</p>");

        var page = page("/demo/mail");

        assertThat(page).contains("an@example.vn", "binh@example.vn", "href=\"/demo/mail/1\"", "href=\"/demo/mail/2\"");
        assertThat(page.indexOf("Thư thứ hai")).isPositive().isLessThan(page.indexOf("Thư thứ nhất"));
    }

    @Test
    void letters_can_be_picked_by_recipient() throws Exception {
        send("an@example.vn", "Thư của An", "một", "<p>một</p>");
        send("binh@example.vn", "Thư của Bình", "hai", "<p>hai</p>");

        web.perform(get("/demo/mail").param("to", " BINH@"))
                .andExpect(content().string(containsString("Thư của Bình")))
                .andExpect(content().string(not(containsString("Thư của An"))));
    }

    @Test
    void a_letter_is_shown_where_nothing_in_it_can_run() throws Exception {
        send(
                "an@example.vn",
                "<script>alert('s')</script>",
                "Xem https://1022.haiphong.gov.vn/track/X <script>alert('t')</script> javascript:alert(1)",
                "<p>Kính gửi</p><script>alert('h')</script>\"onload=x");

        var list = page("/demo/mail");
        var letter = page("/demo/mail/1");

        assertThat(list).doesNotContain("<script");
        assertThat(letter)
                .doesNotContain("<script", "\"onload", "href=\"javascript")
                .contains("sandbox=\"\"", "srcdoc=\"&lt;p&gt;Kính gửi&lt;/p&gt;&lt;script&gt;")
                .contains("href=\"https://1022.haiphong.gov.vn/track/X\"");
    }

    @Test
    void a_filter_is_text_and_nothing_else() throws Exception {
        web.perform(get("/demo/mail").param("to", "\"><script>alert(1)</script>"))
                .andExpect(content().string(not(containsString("<script"))));
    }

    @Test
    void a_letter_that_is_not_there_is_not_found() throws Exception {
        web.perform(get("/demo/mail/7")).andExpect(status().isNotFound());
    }

    private String page(String address) throws Exception {
        return web.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void what_came_along_is_kept_and_an_answer_lies_in_the_mailbox_of_the_hotline() throws Exception {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("tongdai@1022.haiphong.gov.vn");
        helper.setTo("an@example.vn");
        helper.setSubject("Trả lời");
        helper.setText("một");
        helper.addAttachment("thu.pdf", new ByteArrayResource(new byte[] {1, 2, 3}), "application/pdf");
        sender.send(message);

        assertThat(page("/demo/mail/1")).contains("thu.pdf", "/demo/mail/1/files/0");
        web.perform(get("/demo/mail/1/files/0"))
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(content().bytes(new byte[] {1, 2, 3}));
        web.perform(get("/demo/mail/1/files/1")).andExpect(status().isNotFound());
        web.perform(post("/demo/mail/1/answer").param("text", "Cột số 7")).andExpect(status().is3xxRedirection());

        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", server.imapPort(), DemoMailServer.HOTLINE, DemoMailServer.HOTLINE);
            var box = store.getFolder("INBOX");
            box.open(Folder.READ_ONLY);
            assertThat(box.getMessages()).singleElement().satisfies(answer -> {
                assertThat(answer.getFrom()[0]).hasToString("an@example.vn");
                assertThat(answer.getHeader("In-Reply-To")).containsExactly(message.getMessageID());
                assertThat(answer.getContent()).asString().startsWith("Cột số 7");
            });
        }
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("tongdai@1022.haiphong.gov.vn");
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText(text, html);
        sender.send(message);
    }

    private static ThymeleafViewResolver views() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }
}
