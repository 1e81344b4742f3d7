using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>Temporary credentials as STS answers them.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html"/>
internal sealed record StsCredentials
{
    public required string AccessKeyId { get; init; }

    public string? SecretAccessKey { get; init; }

    public string? SessionToken { get; init; }

    public required DateTimeOffset Expiration { get; init; }

    public static StsCredentials Issue(Call call, SessionTicket ticket)
    {
        var accessKeyId = call.Identifiers.Unique("ASIA")[..20];
        return new()
        {
            AccessKeyId = accessKeyId,
            SecretAccessKey = ticket.SecretAccessKey,
            SessionToken = Sessions.Seal(call.Envelope, accessKeyId, ticket with { Issued = call.Now }),
            Expiration = ticket.Expires,
        };
    }

    /// <summary>What the trail shows: which key the session has and how long. CloudTrail shows the token, too; here it would make most of the record.</summary>
    public StsCredentials WithoutValues() => this with { SecretAccessKey = null, SessionToken = null };

    public static string NewSecret() => Identifiers.SecretAccessKey();

    /// <summary>Never the secret.</summary>
    public override string ToString() => AccessKeyId;
}
