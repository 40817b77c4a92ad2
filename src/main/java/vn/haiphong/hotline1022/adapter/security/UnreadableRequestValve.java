package vn.haiphong.hotline1022.adapter.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * The last word on a request so broken that the container could not even tell which application it is for: no filter and
 * no page of ours sees it, and the stock answer is English and names the server.
 */
class UnreadableRequestValve extends ErrorReportValve {

    private static final String PROBLEM = "{\"type\":\"urn:hotline1022:problem:bad-request\","
            + "\"title\":\"Yêu cầu không đọc được\",\"status\":%d,"
            + "\"detail\":\"Yêu cầu không đúng quy cách. The request is malformed.\"}";
    private static final String ERRORS = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<errors><error><code>%d</code>"
            + "<description>Yêu cầu không đúng quy cách. The request is malformed.</description></error></errors>";
    private static final String PAGE = "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\">"
            + "<title>Tổng đài 1022 Hải Phòng</title></head><body><h1>Địa chỉ này không đọc được</h1>"
            + "<p><a href=\"/\">Về trang đầu</a></p></body></html>";

    UnreadableRequestValve() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var address = request.getRequestURI();
        var forPrograms = address != null && address.startsWith("/api");
        var forOpen311 = address != null && address.startsWith("/open311");
        var text = forPrograms ? PROBLEM.formatted(status) : forOpen311 ? ERRORS.formatted(status) : PAGE;
        var body = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(
                forPrograms
                        ? "application/problem+json"
                        : forOpen311 ? "text/xml;charset=utf-8" : "text/html;charset=utf-8");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // the caller is gone, or something was written after all: nobody is left to be told
            container.getLogger().debug("Could not answer an unreadable request", e);
        }
    }
}
