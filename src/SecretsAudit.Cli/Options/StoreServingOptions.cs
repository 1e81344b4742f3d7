using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using SecretsAudit.Store;

namespace SecretsAudit.Cli.Options;

/// <summary>How a store is served: TLS, limits, rotation functions, where its events go, and what only test-suites ask.</summary>
internal static class StoreServingOptions
{
    private const string PasswordVariable = "SECRETSAUDIT_CERTIFICATE_PASSWORD";

    private static readonly StoreOptions Defaults = new();

    private static readonly Option<bool> AllowReset = new("--allow-reset")
    {
        Description = "Answer what test-suites ask, over loopback only: POST /moto-api/reset forgets everything but the accounts, /_admin/clock moves the clock.",
    };

    private static readonly Option<string> Certificate = new("--certificate")
    {
        Description = $"Serve TLS with this certificate: PKCS #12 (its password in {PasswordVariable}), or PEM. Default: plain HTTP.", HelpName = "FILE",
    };

    private static readonly Option<string> CertificateKey = new("--certificate-key") { Description = "The private key of a PEM certificate. Default: in the certificate's file.", HelpName = "FILE" };

    private static readonly Option<int> MaxConnections = new("--max-connections") { Description = "Connections served at once; further ones are closed.", HelpName = "COUNT", DefaultValueFactory = _ => Defaults.MaxConnections };

    private static readonly Option<int> MaxBody = new("--max-body") { Description = "The largest request body, in bytes.", HelpName = "BYTES", DefaultValueFactory = _ => Defaults.MaxBodyBytes };

    private static readonly Option<int> RequestTimeout = new("--request-timeout") { Description = "How long a request may take, in seconds.", HelpName = "SECONDS", DefaultValueFactory = _ => (int)Defaults.RequestTimeout.TotalSeconds };

    private static readonly Option<int> SignatureSkew = new("--signature-skew") { Description = "How far a signature's date may lie from the clock, in seconds.", HelpName = "SECONDS", DefaultValueFactory = _ => (int)Defaults.SignatureSkew.TotalSeconds };

    private static readonly Option<int> TrailDays = new("--trail-days") { Description = "How long the audit trail keeps events, in days; 0 keeps all.", HelpName = "DAYS", DefaultValueFactory = _ => (int)Defaults.TrailRetention!.Value.TotalDays };

    private static readonly Option<string[]> RotationEndpoint = Lists.Option(
        "--rotation-endpoint", "A rotation function's ARN and the address that speaks Lambda's Invoke API for it, such as a Runtime Interface Emulator's.", "ARN=URL");

    private static readonly Option<string> Events = new("--events")
    {
        Description = "A file with rules (events that match a pattern go to a URL) and alarms, as JSON. Default: events go nowhere.", HelpName = "FILE",
    };

    private static readonly Option<string[]> WebIdentityKeys = Lists.Option(
        "--web-identity-keys", "An OpenID Connect issuer and the file with its JSON Web Key Set, to verify the tokens of AssumeRoleWithWebIdentity with.", "ISSUER=FILE");

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[AllowReset, Certificate, CertificateKey, MaxConnections, MaxBody, RequestTimeout, SignatureSkew, TrailDays, RotationEndpoint, RotationFunctionOption.Option, Events, WebIdentityKeys])
            command.Options.Add(option);
    }

    /// <summary>The options with what the command line says.</summary>
    /// <exception cref="UsageException">A value is out of its range, or a file cannot be read.</exception>
    public static StoreOptions Apply(StoreOptions options, ParseResult parse, Terminal terminal)
    {
        var endpoints = ReadRotationEndpoints(parse.GetValue(RotationEndpoint) ?? []);
        return EventRulesFile.Apply(
            Serving(options, parse, terminal) with
            {
                RotationEndpoints = endpoints,
                RotationFunctions = RotationFunctionOption.Read(parse.GetValue(RotationFunctionOption.Option) ?? [], endpoints),
            },
            parse.GetValue(Events),
            terminal);
    }

    private static StoreOptions Serving(StoreOptions options, ParseResult parse, Terminal terminal) => options with
    {
        AllowTestRequests = parse.GetValue(AllowReset),
        Certificate = ReadCertificate(parse, terminal),
        MaxConnections = Range(parse, MaxConnections, 1, 1_000_000),
        MaxBodyBytes = Range(parse, MaxBody, 64 * 1024, 64 * 1024 * 1024),
        RequestTimeout = TimeSpan.FromSeconds(Range(parse, RequestTimeout, 1, 3600)),
        SignatureSkew = TimeSpan.FromSeconds(Range(parse, SignatureSkew, 1, 20 * 365 * 86_400)),
        TrailRetention = Range(parse, TrailDays, 0, 36_500) is var days and > 0 ? TimeSpan.FromDays(days) : null,
        WebIdentityKeys = ReadWebIdentityKeys(parse.GetValue(WebIdentityKeys) ?? [], terminal),
    };

    private static int Range(ParseResult parse, Option<int> option, int min, int max) =>
        parse.GetValue(option) is var value && value >= min && value <= max ? value : throw new UsageException($"{option.Name} {value} must be from {min} to {max}.");

    private static Dictionary<string, Uri> ReadRotationEndpoints(IEnumerable<string> pairs)
    {
        var endpoints = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !pair.StartsWith("arn:", StringComparison.Ordinal)
                || !Uri.TryCreate(pair[(at + 1)..], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
                throw new UsageException($"--rotation-endpoint '{pair}' has not the form ARN=URL. Write arn:aws:lambda:eu-west-1:123456789012:function:rotate=http://127.0.0.1:9000.");
            if (!endpoints.TryAdd(pair[..at], url))
                throw new UsageException($"--rotation-endpoint names {pair[..at]} twice.");
        }

        return endpoints;
    }

    private static Dictionary<string, string> ReadWebIdentityKeys(IEnumerable<string> pairs, Terminal terminal)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new UsageException($"--web-identity-keys '{pair}' has not the form ISSUER=FILE. Write https://token.example.com=jwks.json.");
            var issuer = pair[..at].StartsWith("https://", StringComparison.Ordinal) ? pair["https://".Length..at].TrimEnd('/') : pair[..at];
            var path = terminal.FullPath(pair[(at + 1)..]);
            try
            {
                var text = File.ReadAllText(path);
                using var document = JsonDocument.Parse(text);
                if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
                    throw new UsageException($"--web-identity-keys {path} is no JSON Web Key Set: it has no array 'keys'.");
                if (!keys.TryAdd(issuer, text))
                    throw new UsageException($"--web-identity-keys names {issuer} twice.");
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
            {
                throw new UsageException($"--web-identity-keys {path} cannot be read: {unreadable.Message}", unreadable);
            }
        }

        return keys;
    }

    private static X509Certificate2? ReadCertificate(ParseResult parse, Terminal terminal)
    {
        var keyFile = parse.GetValue(CertificateKey);
        if (parse.GetValue(Certificate) is not { } file)
            return keyFile is null ? null : throw new UsageException("--certificate-key belongs to a certificate: add --certificate.");
        var path = terminal.FullPath(file);
        if (new[] { path, keyFile is null ? path : terminal.FullPath(keyFile) }.FirstOrDefault(needed => !File.Exists(needed)) is { } missing)
            throw new UsageException($"There is no file {missing}. Check --certificate and --certificate-key.");
        try
        {
            if (X509Certificate2.GetCertContentType(path) == X509ContentType.Pkcs12)
                return X509CertificateLoader.LoadPkcs12FromFile(path, terminal.Variable(PasswordVariable));

            // A key read from PEM lives in memory only, which TLS on some systems does not take: by way of PKCS #12 it does everywhere.
            using var read = X509Certificate2.CreateFromPemFile(path, keyFile is null ? null : terminal.FullPath(keyFile));
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
        }
        catch (CryptographicException unreadable)
        {
            throw new UsageException($"--certificate {path} cannot be read: {unreadable.Message.TrimEnd('.')}. A PKCS #12 file's password goes into {PasswordVariable}; a PEM certificate's key into --certificate-key.", unreadable);
        }
    }
}
