using System.CommandLine;
using SecretsAudit.Store;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.Rotation.PostgreSql;

namespace SecretsAudit.Cli.Options;

/// <summary><c>--rotation-function ARN=KIND</c>: the store's own rotation functions under Lambda ARNs.</summary>
internal static class RotationFunctionOption
{
    private const string SingleUser = "postgresql-single-user";
    private const string AlternatingUsers = "postgresql-alternating-users";
    private const string ApiKey = "api-key:";

    public static readonly Option<string[]> Option = Lists.Option(
        "--rotation-function", $"An ARN and the store's own rotation function that runs under it: {SingleUser}, {AlternatingUsers}, or {ApiKey}URL of an issuer.", "ARN=KIND");

    /// <summary>What makes each function once the store is open.</summary>
    /// <param name="pairs">The option's values.</param>
    /// <param name="taken">The ARNs that an endpoint has already.</param>
    /// <exception cref="UsageException">A value is no ARN with a known kind, or an ARN has two functions.</exception>
    public static Dictionary<string, Func<ReferenceStore, RotationFunction>> Read(IEnumerable<string> pairs, IReadOnlyDictionary<string, Uri> taken)
    {
        var functions = new Dictionary<string, Func<ReferenceStore, RotationFunction>>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !pair.StartsWith("arn:", StringComparison.Ordinal))
                throw new UsageException($"--rotation-function '{pair}' has not the form ARN=KIND. Write arn:aws:lambda:eu-west-1:123456789012:function:rotate={AlternatingUsers}.");
            var (arn, kind) = (pair[..at], pair[(at + 1)..]);
            if (taken.ContainsKey(arn) || !functions.TryAdd(arn, Of(kind)))
                throw new UsageException($"--rotation-function gives {arn} a second function.");
        }

        return functions;
    }

    private static Func<ReferenceStore, RotationFunction> Of(string kind)
    {
        switch (kind)
        {
            case SingleUser:
                return PostgreSqlRotation.SingleUser;
            case AlternatingUsers:
                return PostgreSqlRotation.AlternatingUsers;
            case var issuer when issuer.StartsWith(ApiKey, StringComparison.Ordinal)
                && Uri.TryCreate(issuer[ApiKey.Length..], UriKind.Absolute, out var url) && url.Scheme is "http" or "https":
                // It lives as long as the served store does. Redirects are not followed: the key would go along. No connection is kept (see ReferenceStore).
                var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero }) { Timeout = TimeSpan.FromSeconds(30) };
                return store => ApiKeyRotation.For(store, http, url);
            default:
                throw new UsageException($"--rotation-function knows {SingleUser}, {AlternatingUsers} and {ApiKey}URL, not '{kind}'. A function of your own takes --rotation-endpoint.");
        }
    }
}
