using System.Net;
using SecretsAudit.Model;

namespace SecretsAudit.Worker.Hosting;

/// <summary>Refuses options the worker cannot run safely with.</summary>
internal static class OptionCheck
{
    private const int ShortestToken = 16;

    /// <summary>Checks what can be checked before anything is opened.</summary>
    /// <exception cref="WorkerConfigurationException">Something is wrong.</exception>
    public static void Check(WorkerOptions options, IReadOnlyList<IReportWriter> writers)
    {
        CheckListening(options);
        if (options.AllowedHosts.FirstOrDefault(name => Uri.CheckHostName(name) != UriHostNameType.Dns) is { } wrong)
            throw new WorkerConfigurationException($"The allowed host \"{wrong}\" is no DNS name; write audit.example.com, without scheme and port.");
        Within(options.AuditTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7), "audit timeout");
        Within(options.StopGrace, TimeSpan.Zero, TimeSpan.FromHours(1), "stop grace");
        Within(options.Retention.Age, TimeSpan.FromDays(1), TimeSpan.FromDays(3660), "retention's age");
        if (options.Retention.Runs is < 1 or > 100_000)
            throw new WorkerConfigurationException($"The retention's {options.Retention.Runs} runs are outside 1 to 100,000.");

        if (!writers.Any(writer => writer.Format == "html"))
            throw new WorkerConfigurationException("The worker needs a report writer for html.");
    }

    /// <summary>Whether a URL's host can be reached from this machine only.</summary>
    public static bool IsLoopback(Uri url) =>
        url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));

    private static void CheckListening(WorkerOptions options)
    {
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.PathAndQuery != "/" || url.UserInfo != "")
            throw new WorkerConfigurationException($"The dashboard's URL \"{options.Url}\" is not of the form http://ADDRESS:PORT; put a proxy before it for https.");

        if (url.HostNameType == UriHostNameType.Dns && url.Host != "localhost")
            throw new WorkerConfigurationException($"The dashboard listens on an IP address or localhost, not on the name \"{url.Host}\"; use 0.0.0.0 for every address.");

        if (options.DashboardToken is { Length: > 0 and < ShortestToken })
            throw new WorkerConfigurationException($"The dashboard's token in {WorkerOptions.TokenVariable} is too short; use at least {ShortestToken} random characters.");

        if (!IsLoopback(url) && string.IsNullOrEmpty(options.DashboardToken))
        {
            throw new WorkerConfigurationException(
                $"The dashboard would be open to everyone who can reach {options.Url}. Set {WorkerOptions.TokenVariable} to at least {ShortestToken} random characters, or listen on http://127.0.0.1:{url.Port}.");
        }
    }

    private static void Within(TimeSpan value, TimeSpan lowest, TimeSpan highest, string what)
    {
        if (value < lowest || value > highest)
            throw new WorkerConfigurationException($"The {what} of {value} is outside {lowest} to {highest}.");
    }
}
