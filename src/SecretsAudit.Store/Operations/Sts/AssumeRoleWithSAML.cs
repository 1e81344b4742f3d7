using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Federation;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Trail;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>
/// Temporary credentials in a role for whoever holds an assertion of a SAML provider that the account knows, signed with a key of its metadata.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html"/>
internal sealed class AssumeRoleWithSAML() : Operation<AssumeRoleWithSAML.Request, AssumeRoleWithSAML.Response>(AwsService.Sts, writes: false)
{
    private const int DefaultSeconds = 3600;

    public override bool IsUnsigned => true;

    public override Response Handle(Request request, Call call)
    {
        call.ShownAs = Shown(call);
        var (provider, login) = SamlLogin.Verify(call, request.RoleArn!, request.PrincipalArn!, request.SamlAssertion!);
        var qualifier = Convert.ToBase64String(Digest($"{login.Assertion.Issuer}{provider.Account}/{provider.Name}"));
        call.ShownAs = Shown(call) with
        {
            PrincipalId = $"{qualifier}:{login.Assertion.Subject}",
            UserName = login.Assertion.Subject,
            IdentityProvider = qualifier,
        };
        var tags = SessionTags.Read(call, login.Tags, login.TransitiveTagKeys);
        var role = FederatedTrust.RequireRole(call, request.RoleArn!, provider.Arn, Keys(provider, login, qualifier), tags, login.SourceIdentity);
        var seconds = request.DurationSeconds ?? login.Seconds ?? DefaultSeconds;
        if (seconds > role.MaxSessionDuration)
        {
            throw new ValidationException("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }

        var (policies, packed) = SessionPolicies.Read(call, request.Policy, request.PolicyArns);
        call.Touch("AWS::IAM::Role", role.Arn);
        call.Touch("AWS::IAM::SAMLProvider", provider.Arn);
        var end = call.Now.AddSeconds(seconds);
        return new()
        {
            Credentials = StsCredentials.Issue(call, new()
            {
                PrincipalArn = role.Arn,
                UniqueId = role.UniqueId,
                SessionName = login.SessionName,
                SourceIdentity = login.SourceIdentity,
                SecretAccessKey = StsCredentials.NewSecret(),
                Expires = login.Assertion.SessionEnd is { } asked && asked < end ? asked : end,
                Policies = policies,
                Tags = tags.Session,
                TransitiveTagKeys = tags.Transitive,
            }),
            AssumedRoleUser = new()
            {
                AssumedRoleId = $"{role.UniqueId}:{login.SessionName}",
                Arn = Arn.AssumedRole(role.AccountId, role.Name, login.SessionName),
            },
            PackedPolicySize = packed,
            Subject = login.Assertion.Subject,
            SubjectType = login.Assertion.SubjectType,
            Issuer = login.Assertion.Issuer,
            Audience = login.Recipient,
            NameQualifier = qualifier,
            SourceIdentity = login.SourceIdentity,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.RoleArn, "roleArn").Length(request.RoleArn, "roleArn", 20, 2048)
        .Required(request.PrincipalArn, "principalArn").Length(request.PrincipalArn, "principalArn", 20, 2048)
        .Required(request.SamlAssertion, "sAMLAssertion").Length(request.SamlAssertion, "sAMLAssertion", 4, 100_000, sensitive: true)
        .Range(request.DurationSeconds, "durationSeconds", 900, 43_200).Length(request.Policy, "policy", 1, 2048)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { SamlAssertion = null };

    protected override bool BeginsSession => true;

    protected override Response WithoutValues(Response response) => response with { Credentials = response.Credentials.WithoutValues() };

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml
    private static IEnumerable<KeyValuePair<string, string>> Keys(SamlProvider provider, SamlLogin login, string qualifier) =>
    [
        new("saml:aud", login.Recipient), new("saml:iss", login.Assertion.Issuer), new("saml:sub", login.Assertion.Subject), new("saml:sub_type", login.Assertion.SubjectType),
        new("saml:doc", $"{provider.Account}/{provider.Name}"), new("saml:namequalifier", qualifier), new("sts:RoleSessionName", login.SessionName),
    ];

#pragma warning disable CA5350 // The page defines the qualifier with SHA-1: it names, and proves nothing.
    private static byte[] Digest(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350

    private static TrailIdentity Shown(Call call) => new() { Type = "SAMLUser", SourceIp = call.Caller.SourceIp, UserAgent = call.Caller.UserAgent };

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleArn { get; init; }

        public string? PrincipalArn { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("SAMLAssertion")]
        public string? SamlAssertion { get; init; }

        public IReadOnlyList<PolicyArn?>? PolicyArns { get; init; }

        public string? Policy { get; init; }

        public int? DurationSeconds { get; init; }

        /// <summary>Never the assertion.</summary>
        public override string ToString() => $"{RoleArn} {PrincipalArn}";
    }

    internal sealed record Response
    {
        public required StsCredentials Credentials { get; init; }

        public required AssumeRole.AssumedRole AssumedRoleUser { get; init; }

        public int? PackedPolicySize { get; init; }

        public required string Subject { get; init; }

        public required string SubjectType { get; init; }

        public required string Issuer { get; init; }

        public required string Audience { get; init; }

        public required string NameQualifier { get; init; }

        public string? SourceIdentity { get; init; }
    }
}
