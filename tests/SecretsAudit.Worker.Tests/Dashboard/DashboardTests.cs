using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using SecretsAudit.Model;
using SecretsAudit.Worker.History;

namespace SecretsAudit.Worker.Tests;

public sealed partial class DashboardTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    private const string Token = "correct-horse-battery";

    [Fact]
    public async Task A_hostile_name_is_text_on_every_page()
    {
        using var folder = new TemporaryFolder();
        var finding = Results.Finding("db") with { Title = Hostile, Message = Hostile, Subject = ((FindingSubject.Resource)Results.Finding("db").Subject) with { Arn = Hostile } };
        var audit = new Audit(_ => Task.FromResult(Results.Result(finding) with { Source = Hostile }));
        await using var worker = await StartWithResultAsync(folder, audit);
        var run = TestWorker.RunsIn(folder)[0];

        foreach (var path in new[] { "/", "/runs", $"/runs/{run.Id}", $"/runs/{run.Id}?show={Uri.EscapeDataString(Hostile)}", $"/findings/{finding.Fingerprint}", $"/runs/{Uri.EscapeDataString(Hostile)}" })
        {
            var page = await (await worker.Browser.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("&lt;script&gt;alert(1)", await worker.Browser.GetStringAsync($"/runs/{run.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_allow_no_script_and_a_report_runs_in_a_sandbox_without_an_origin()
    {
        using var folder = new TemporaryFolder();
        await using var worker = await StartWithResultAsync(folder, Audit.Returning(Results.Finding("db")));
        var run = TestWorker.RunsIn(folder)[0];

        using var page = await worker.Browser.GetAsync("/");
        using var report = await worker.Browser.GetAsync($"/runs/{run.Id}/report/html");
        var pagePolicy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        var reportPolicy = Assert.Single(report.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'none'", pagePolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", pagePolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", pagePolicy, StringComparison.Ordinal);
        Assert.Contains("sandbox allow-scripts", reportPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", reportPolicy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotContain("style=", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_s_report_comes_from_its_stored_result_in_every_format()
    {
        using var folder = new TemporaryFolder();
        await using var worker = await StartWithResultAsync(folder, Audit.Returning(Results.Finding("db"), Results.Finding("api")));
        var run = TestWorker.RunsIn(folder)[0];

        Assert.StartsWith($"<p>html of {run.Id}: 2</p>", await worker.Browser.GetStringAsync($"/runs/{run.Id}/report/html"), StringComparison.Ordinal);
        using var sarif = await worker.Browser.GetAsync($"/runs/{run.Id}/report/sarif");
        Assert.StartsWith($"<p>sarif of {run.Id}: 2</p>", await sarif.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/sarif+json", sarif.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"secretsaudit-{run.Id}-report.sarif", sarif.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Browser.GetAsync($"/runs/{run.Id}/report/pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Browser.GetAsync("/runs/none/report/html")).StatusCode);
    }

    [Fact]
    public async Task A_posted_form_without_its_token_runs_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var worker = await TestWorker.StartAsync(TestWorker.Options(folder), Audit.Returning());
        var (cookie, field) = await FormAsync(worker);

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(worker, cookie: null, field));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(worker, cookie, field: null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(worker, cookie, new string('0', field.Length)));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(worker, "secretsaudit-form=" + new string('a', 32), field));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(worker, cookie, field, ("Origin", "https://elsewhere.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(worker, cookie, field, ("Origin", "null")));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(worker, cookie, field, ("Sec-Fetch-Site", "cross-site")));
        Assert.Empty(TestWorker.RunsIn(folder));
    }

    [Fact]
    public async Task Run_now_runs_one_audit()
    {
        using var folder = new TemporaryFolder();
        await using var worker = await TestWorker.StartAsync(TestWorker.Options(folder), Audit.Returning(Results.Finding("db")));
        var (cookie, field) = await FormAsync(worker);

        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(worker, cookie, field, ("Origin", worker.Address.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")));
        await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder) is [{ HasResult: true }], "the requested run");
        Assert.Contains("requested", await worker.Browser.GetStringAsync("/runs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_request_while_one_runs_is_told_so()
    {
        using var folder = new TemporaryFolder();
        var audit = new Audit(async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return Results.Result();
        });
        await using var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { StopGrace = TimeSpan.Zero }, audit);
        var (cookie, field) = await FormAsync(worker);

        await PostAsync(worker, cookie, field);
        await TestWorker.UntilAsync(() => audit.Started == 1, "the first request's audit");
        using var second = await SendAsync(worker, cookie, field);
        Assert.Equal("/?asked=already", second.Headers.Location!.OriginalString);
        Assert.Contains("Running since", await worker.Browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost:4600", HttpStatusCode.OK)]
    [InlineData("[::1]:4600", HttpStatusCode.OK)]
    [InlineData("audits.example.org", HttpStatusCode.OK)]
    [InlineData("attacker.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.attacker.example", HttpStatusCode.MisdirectedRequest)]
    public async Task Only_names_that_are_ours_are_answered(string host, HttpStatusCode expected)
    {
        using var folder = new TemporaryFolder();
        await using var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { AllowedHosts = ["audits.example.org"] }, Audit.Returning());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };

        Assert.Equal(expected, (await worker.Browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_dashboard_that_others_can_reach_does_not_start_without_a_token()
    {
        using var folder = new TemporaryFolder();
        var error = await Assert.ThrowsAsync<WorkerConfigurationException>(() => TestWorker.StartAsync(TestWorker.Options(folder) with { Url = "http://0.0.0.0:0" }, Audit.Returning()));

        Assert.Contains("SECRETSAUDIT_DASHBOARD_TOKEN", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_nothing_but_the_probes_is_answered_without_it()
    {
        using var folder = new TemporaryFolder();
        await using var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { Url = "http://0.0.0.0:0", DashboardToken = Token }, Audit.Returning());
        var browser = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{worker.Address.Port}") };

        foreach (var path in new[] { "/", "/runs", "/api/runs", "/api/schedule", "/dashboard.css", "/HEALTHZ" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/readyz")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, await GetAsync(browser, new("Bearer", Token)));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(browser, Basic($"anyone:{Token}")));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(browser, new("Bearer", Token[..^1])));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(browser, new("Bearer", "")));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(browser, Basic($"{Token}:")));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(browser, new("Basic", "%%%")));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(browser, new("Negotiate", Token)));
    }

    [Fact]
    public async Task The_json_interface_tells_runs_and_schedule()
    {
        using var folder = new TemporaryFolder();
        await using var worker = await StartWithResultAsync(folder, Audit.Returning(Results.Finding("db", Severity.Critical)));
        var run = TestWorker.RunsIn(folder)[0];

        var runs = await worker.Browser.GetStringAsync("/api/runs");
        var one = await worker.Browser.GetStringAsync($"/api/runs/{run.Id}");
        var schedule = await worker.Browser.GetStringAsync("/api/schedule");
        Assert.Contains("\"total\": 1", runs, StringComparison.Ordinal);
        Assert.Contains("\"critical\": 1", one, StringComparison.Ordinal);
        Assert.Contains($"\"sarif\": \"/runs/{run.Id}/report/sarif\"", one, StringComparison.Ordinal);
        Assert.Contains("\"timeZone\": \"UTC\"", schedule, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Browser.GetAsync("/api/runs/none")).StatusCode);
    }

    [Fact]
    public async Task A_page_number_out_of_range_shows_the_nearest_page()
    {
        using var folder = new TemporaryFolder();
        await using var worker = await StartWithResultAsync(folder, Audit.Returning());

        foreach (var page in new[] { "-1", "0", "999999999", "2147483647" })
        {
            Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync($"/runs?page={page}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await worker.Browser.GetAsync($"/api/runs?page={page}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await worker.Browser.GetAsync("/runs?page=x")).StatusCode);
    }

    private static async Task<TestWorker> StartWithResultAsync(TemporaryFolder folder, Audit audit)
    {
        var worker = await TestWorker.StartAsync(TestWorker.Options(folder) with { RunAtStart = true }, audit);
        await TestWorker.UntilAsync(() => TestWorker.RunsIn(folder) is [{ HasResult: true }], "the first result");
        return worker;
    }

    private static async Task<(string Cookie, string Field)> FormAsync(TestWorker worker)
    {
        using var page = await worker.Browser.GetAsync("/");
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=strict; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        return (cookie.Split(';')[0], FieldValue().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    private static async Task<HttpStatusCode> PostAsync(TestWorker worker, string? cookie, string? field, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(worker, cookie, field, headers);
        return response.StatusCode;
    }

    private static Task<HttpResponseMessage> SendAsync(TestWorker worker, string? cookie, string? field, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/runs")
        {
            Content = new FormUrlEncodedContent(field is null ? [] : new Dictionary<string, string> { ["form-token"] = field }),
        };
        foreach (var (name, value) in headers.Append(("Cookie", cookie ?? "other=1")))
            request.Headers.Add(name, value);

        return worker.Browser.SendAsync(request);
    }

    private static async Task<HttpStatusCode> GetAsync(HttpClient browser, AuthenticationHeaderValue authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Authorization = authorization } };
        using var response = await browser.SendAsync(request);
        return response.StatusCode;
    }

    private static AuthenticationHeaderValue Basic(string pair) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

    [GeneratedRegex("name=\"form-token\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex FieldValue();
}
