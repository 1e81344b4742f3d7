using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Trail;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>
/// Temporary credentials in a role for whoever holds a token of an OpenID Connect provider that the account knows. The token's signature is
/// verified with the keys that the store's owner gave for its issuer; without keys no token is taken.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"/>
internal sealed class AssumeRoleWithWebIdentity()
    : Operation<AssumeRoleWithWebIdentity.Request, AssumeRoleWithWebIdentity.Response>(AwsService.Sts, writes: false)
{
    private const int DefaultSeconds = 3600;

    public override bool IsUnsigned => true;

    public override Response Handle(Request request, Call call)
    {
        call.ShownAs = Shown(call);
        var (provider, token) = Verify(request, call);
        call.ShownAs = Shown(call) with
        {
            PrincipalId = $"{provider.Name}:{token.Audience[0]}:{token.Subject}",
            UserName = token.Subject,
            IdentityProvider = provider.Name,
        };
        var tags = SessionTags.Read(call, token.Tags, token.TransitiveTagKeys);
        var role = FederatedTrust.RequireRole(call, request.RoleArn!, provider.Arn, Keys(provider, token, request), tags, token.SourceIdentity);
        var seconds = request.DurationSeconds ?? DefaultSeconds;
        if (seconds > role.MaxSessionDuration)
        {
            throw new ValidationException("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }

        var (policies, packed) = SessionPolicies.Read(call, request.Policy, request.PolicyArns);
        call.Touch("AWS::IAM::Role", role.Arn);
        return new()
        {
            Credentials = StsCredentials.Issue(call, new()
            {
                PrincipalArn = role.Arn,
                UniqueId = role.UniqueId,
                SessionName = request.RoleSessionName,
                SecretAccessKey = StsCredentials.NewSecret(),
                Expires = call.Now.AddSeconds(seconds),
                Policies = policies,
                Tags = tags.Session,
                TransitiveTagKeys = tags.Transitive,
                SourceIdentity = token.SourceIdentity,
            }),
            SubjectFromWebIdentityToken = token.Subject,
            AssumedRoleUser = new()
            {
                AssumedRoleId = $"{role.UniqueId}:{request.RoleSessionName}",
                Arn = Arn.AssumedRole(role.AccountId, role.Name, request.RoleSessionName!),
            },
            PackedPolicySize = packed,
            Provider = provider.Arn,
            Audience = token.Audience[0],
            SourceIdentity = token.SourceIdentity,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.RoleArn, "roleArn").Length(request.RoleArn, "roleArn", 20, 2048)
        .Required(request.RoleSessionName, "roleSessionName").SessionName(request.RoleSessionName, "roleSessionName")
        .Required(request.WebIdentityToken, "webIdentityToken").Length(request.WebIdentityToken, "webIdentityToken", 4, 20_000, sensitive: true)
        .Range(request.DurationSeconds, "durationSeconds", 900, 43_200).Length(request.Policy, "policy", 1, 2048)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { WebIdentityToken = null };

    protected override bool BeginsSession => true;

    protected override Response WithoutValues(Response response) => response with { Credentials = response.Credentials.WithoutValues() };

    private static (OidcProvider Provider, WebIdentityToken Token) Verify(Request request, Call call)
    {
        var token = WebIdentityToken.Read(request.WebIdentityToken!)
            ?? throw new InvalidIdentityTokenException("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        var issuer = token.Issuer.StartsWith("https://", StringComparison.Ordinal) ? token.Issuer["https://".Length..].TrimEnd('/') : token.Issuer;
        var provider = call.FindProvider(call.Account, issuer)
            ?? throw new InvalidIdentityTokenException("No OpenIDConnect provider found in your account for the token's issuer");
        if (call.Services.WebIdentityKeys.GetValueOrDefault(issuer) is not { } keys)
        {
            throw new InvalidIdentityTokenException("Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements");
        }

        if (!token.IsSignedBy(keys))
        {
            throw new InvalidIdentityTokenException("Provided Token is not a valid signature of the identity provider");
        }

        if (token.Audience.Count == 0 || !token.Audience.Any(audience => provider.ClientIds.Contains(audience)))
        {
            throw new InvalidIdentityTokenException("Incorrect token audience");
        }

        if (token.SourceIdentity is { } source && !SessionNames.IsName(source))
        {
            throw new InvalidIdentityTokenException("Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
        }

        return token.Expires > call.Now ? (provider, token) : throw new WebIdentityExpiredException(token.Expires, call.Now);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
    private static IEnumerable<KeyValuePair<string, string>> Keys(OidcProvider provider, WebIdentityToken token, Request request) =>
    [
        .. token.Audience.Select(audience => KeyValuePair.Create($"{provider.Name}:aud", audience)),
        new($"{provider.Name}:sub", token.Subject), new("sts:RoleSessionName", request.RoleSessionName!),
    ];

    private static TrailIdentity Shown(Call call) => new() { Type = "WebIdentityUser", SourceIp = call.Caller.SourceIp, UserAgent = call.Caller.UserAgent };

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleArn { get; init; }

        public string? RoleSessionName { get; init; }

        public string? WebIdentityToken { get; init; }

        public string? ProviderId { get; init; }

        public IReadOnlyList<PolicyArn?>? PolicyArns { get; init; }

        public string? Policy { get; init; }

        public int? DurationSeconds { get; init; }

        /// <summary>Never the token.</summary>
        public override string ToString() => $"{RoleArn} {RoleSessionName}";
    }

    internal sealed record Response
    {
        public required StsCredentials Credentials { get; init; }

        public required string SubjectFromWebIdentityToken { get; init; }

        public required AssumeRole.AssumedRole AssumedRoleUser { get; init; }

        public int? PackedPolicySize { get; init; }

        public required string Provider { get; init; }

        public required string Audience { get; init; }

        public string? SourceIdentity { get; init; }
    }
}
