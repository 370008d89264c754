"""Java with what it has itself, which is no reader of JSON: patterns take the few words that are needed."""

from mktgui.domain.code_text import java_text
from mktgui.rest.snippets.template import Step, Template

_CODE = r"""// {operation} with java.net.http, with a token that is asked for each time it runs. Needs Java 11 or newer
// and nothing else. Save it as MarketoCall.java and run: java MarketoCall.java
// Put the client ID into {client_variable} and the client secret into {secret_variable}; what is
// missing is asked for.
import java.io.Console;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MarketoCall {{
    static final String IDENTITY = "{identity}";
    static final String ENDPOINT = "{endpoint}";
{body}
    static final HttpClient CLIENT = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds({connect_seconds}))
        .build();
    static String query;
    static String token;

    public static void main(String[] arguments) throws Exception {{
        System.setOut(new PrintStream(System.out, true, "UTF-8"));
        query = "?grant_type=client_credentials"
            + "&client_id=" + encoded(given("{client_variable}", "Client ID: "))
            + "&client_secret=" + encoded(given("{secret_variable}", "Client secret: "));
        renewToken();
{request}
    }}

    static void renewToken() throws Exception {{
        String granted = carry(HttpRequest.newBuilder(URI.create(IDENTITY + "/oauth/token" + query)), "GET", "").body();
        token = found(granted, "\"access_token\"\\s*:\\s*\"([^\"]*)\"");
        if (token.isEmpty()) {{
            System.err.println("There is no token: " + granted);
            System.exit(1);
        }}
    }}

    // A token that has run out is refused before anything is done, so once more is safe.
    static String ask(String method, String target, String kind, String body) throws Exception {{
        String said = askOnce(method, target, kind, body);
        if (found(said, "\"errors\"\\s*:\\s*\\[\\s*\\{{[^}}]*\"code\"\\s*:\\s*\"?(60[12])\\b").isEmpty()) {{
            return said;
        }}
        renewToken();
        return askOnce(method, target, kind, body);
    }}

    static String askOnce(String method, String target, String kind, String body) throws Exception {{
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ENDPOINT + target))
            .header("Authorization", "Bearer " + token);
        if (!kind.isEmpty()) {{
            request.header("Content-Type", kind);
        }}
        HttpResponse<String> answer = carry(request, method, body);
        System.out.println("HTTP status: " + answer.statusCode());
        System.out.println(answer.body());
        return answer.body();
    }}

    static HttpResponse<String> carry(HttpRequest.Builder request, String method, String body) throws Exception {{
        request.timeout(Duration.ofSeconds({answer_seconds})).header("Accept", "application/json");
        if (method.equals("POST")) {{
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }}
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }}

    static String found(String text, String pattern) {{
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }}

    static String encoded(String text) {{
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
_BODY = """    static final String BODY = String.join("\\n",
{lines});"""
_STEPS = r"""        String said = {ask};
        String record = found(said, "\"result\"\\s*:\\s*\\[\\s*\\{{([^}}]*)\\}}");
        if (!found(record, "\"status\"\\s*:\\s*\"(created|updated)\"").isEmpty()) {{
            String id = found(record, "\"id\"\\s*:\\s*([0-9]+)");
{steps}
        }}"""


def java_http(template: Template) -> str:
    """The program, in ASCII, because javac reads a file in the code page of the day."""
    body = f'"{template.kind}", BODY' if template.lines else '"", ""'
    ask = f'ask("{template.method}", "{template.target}", {body})'
    steps = "\n".join(map(_step, template.steps))
    return template.fill(
        _CODE,
        body=_BODY.format(lines=",\n".join(f"        {java_text(line)}" for line in template.lines))
        if template.lines
        else "",
        request=_STEPS.format(ask=ask, steps=steps) if steps else f"        {ask};",
    )


def _step(step: Step) -> str:
    return f'            ask("{step.method}", "{step.before}" + id + "{step.after}", "", "");'
