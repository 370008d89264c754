"""Java with what it has itself: its SOAP classes left with version 11, and a generated client is not one file."""

from mktgui.domain.code_text import java_text
from mktgui.domain.snippets import ANSWER_SECONDS, CONNECT_SECONDS, SECRET_VARIABLE, USER_VARIABLE
from mktgui.soap.snippets.template import SIGNATURE, TIMESTAMP, USER, Template

_CODE = """// {operation} with java.net.http, signed anew each time it runs. Needs Java 11 or newer and nothing else.
// Save it as MarketoCall.java and run: java MarketoCall.java
// Put the SOAP user ID into {user_variable} and the encryption key into {secret_variable}; what is missing
// is asked for.
import java.io.Console;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class MarketoCall {{
    static final String ENDPOINT = "{endpoint}";
    static final String ENVELOPE = String.join("\\n",
{envelope});

    public static void main(String[] arguments) throws Exception {{
        String user = given("{user_variable}", "SOAP user ID: ");
        String secret = given("{secret_variable}", "Encryption key: ");
        String timestamp = OffsetDateTime.now(ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")) + "+00:00";
        String envelope = ENVELOPE
            .replace("{user}", user.replace("&", "&amp;").replace("<", "&lt;"))
            .replace("{signature}", signed(timestamp + user, secret))
            .replace("{timestamp}", timestamp);
        HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds({connect_seconds}))
            .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(ENDPOINT))
            .timeout(Duration.ofSeconds({answer_seconds}))
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\\"{action}\\"")
            .POST(HttpRequest.BodyPublishers.ofString(envelope))
            .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println("HTTP status: " + answer.statusCode());
        System.out.println(answer.body());
    }}

    static String signed(String text, String secret) throws Exception {{
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        StringBuilder hexadecimal = new StringBuilder();
        for (byte one : mac.doFinal(text.getBytes(StandardCharsets.UTF_8))) {{
            hexadecimal.append(String.format("%02x", one));
        }}
        return hexadecimal.toString();
    }}

    static String given(String variable, String question) {{
        String value = System.getenv(variable);
        if (value != null && !value.isEmpty()) {{
            return value;
        }}
        Console console = System.console();
        if (console == null) {{
            throw new IllegalStateException("Set " + variable + " first.");
        }}
        return new String(console.readPassword(question));
    }}
}}
"""


def java_http(template: Template) -> str:
    """The program, in ASCII, because javac reads a file in the code page of the day."""
    return _CODE.format(
        operation=template.operation,
        user_variable=USER_VARIABLE,
        secret_variable=SECRET_VARIABLE,
        endpoint=template.endpoint,
        envelope=",\n".join(f"        {java_text(line)}" for line in template.lines),
        user=USER,
        signature=SIGNATURE,
        timestamp=TIMESTAMP,
        connect_seconds=CONNECT_SECONDS,
        answer_seconds=ANSWER_SECONDS,
        action=template.action,
    )
