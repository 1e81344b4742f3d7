using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>An aggregation authorization as Config shows it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_AggregationAuthorization.html"/>
internal sealed record WireAuthorization
{
    public required string AggregationAuthorizationArn { get; init; }

    public required string AuthorizedAccountId { get; init; }

    public required string AuthorizedAwsRegion { get; init; }

    public required DateTimeOffset CreationTime { get; init; }

    public static WireAuthorization Of(AggregationAuthorization authorization) => new()
    {
        AggregationAuthorizationArn = authorization.Arn,
        AuthorizedAccountId = authorization.AuthorizedAccount,
        AuthorizedAwsRegion = authorization.AuthorizedRegion,
        CreationTime = authorization.Created,
    };

    public static Constraints Check(Constraints check, string? account, string? region) => check
        .Required(account, "authorizedAccountId").Pattern(account, "authorizedAccountId", id => id.Length == 12 && id.All(char.IsAsciiDigit), @"\d{12}")
        .Required(region, "authorizedAwsRegion").Length(region, "authorizedAwsRegion", 1, 64);
}
