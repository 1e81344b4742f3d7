using System.Collections.Immutable;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>Temporary credentials in a role, when its trust policy and the caller's own policies allow it.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"/>
internal sealed class AssumeRole() : Operation<AssumeRole.Request, AssumeRole.Response>(AwsService.Sts, writes: false)
{
    private const int ChainedLimit = 3600;

    public override Response Handle(Request request, Call call)
    {
        var arn = request.RoleArn!;
        if (arn.Split(':', 6) is not ["arn", { Length: > 0 }, "iam", "", var account, var resource]
            || !AccountNumber.IsValid(account) || !resource.StartsWith("role/", StringComparison.Ordinal))
        {
            throw new ValidationException($"{arn} is invalid");
        }

        var tags = SessionTags.Read(call, request.Tags, request.TransitiveTagKeys);
        if (call.State.Principal(arn) is not { Kind: PrincipalKind.Role } role)
        {
            throw Refused(call, "sts:AssumeRole", arn);
        }

        var second = SecondFactor.Verify(call, request.SerialNumber, request.TokenCode);
        var source = call.Caller.Session?.SourceIdentity ?? request.SourceIdentity;
        Authorize(call, role, "sts:AssumeRole", request, tags.Requested, source, second);
        if (tags.Requested.Count > 0)
        {
            Authorize(call, role, "sts:TagSession", request, tags.Requested, source, second);
        }

        if (source is not null)
        {
            // Once named, it stays the same along the whole chain.
            if (request.SourceIdentity is { } named && named != source)
            {
                throw Refused(call, "sts:SetSourceIdentity", arn);
            }

            Authorize(call, role, "sts:SetSourceIdentity", request, tags.Requested, source, second);
        }

        var duration = request.DurationSeconds ?? ChainedLimit;
        if (call.Caller.SessionName is not null && duration > ChainedLimit)
        {
            throw new ValidationException("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }

        if (duration > role.MaxSessionDuration)
        {
            throw new ValidationException("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }

        var (policies, packed) = SessionPolicies.Read(call, request.Policy, request.PolicyArns);
        call.Touch("AWS::IAM::Role", role.Arn);
        var ticket = new SessionTicket
        {
            PrincipalArn = role.Arn,
            UniqueId = role.UniqueId,
            SessionName = request.RoleSessionName,
            SourceIdentity = source,
            SecretAccessKey = StsCredentials.NewSecret(),
            Expires = call.Now.AddSeconds(duration),
            Policies = policies,
            Tags = tags.Session,
            TransitiveTagKeys = tags.Transitive,
        };
        return new()
        {
            Credentials = StsCredentials.Issue(call, ticket),
            AssumedRoleUser = new()
            {
                AssumedRoleId = $"{role.UniqueId}:{request.RoleSessionName}",
                Arn = Arn.AssumedRole(role.AccountId, role.Name, request.RoleSessionName!),
            },
            PackedPolicySize = packed,
            SourceIdentity = source,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.RoleArn, "roleArn").Length(request.RoleArn, "roleArn", 20, 2048)
        .Required(request.RoleSessionName, "roleSessionName").SessionName(request.RoleSessionName, "roleSessionName")
        .SessionName(request.SourceIdentity, "sourceIdentity")
        .MfaCode(request.SerialNumber, request.TokenCode)
        .Range(request.DurationSeconds, "durationSeconds", 900, 43200).Length(request.Policy, "policy", 1, 2048).Length(request.ExternalId, "externalId", 2, 1224)
        .Each(request.Tags, "tags", 0, 50, (tag, place) => check
            .Required(tag.Key, place + ".key").Length(tag.Key, place + ".key", 1, 128)
            .Required(tag.Value, place + ".value").Length(tag.Value, place + ".value", 0, 256))
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { TokenCode = null };

    protected override bool BeginsSession => true;

    protected override Response WithoutValues(Response response) => response with { Credentials = response.Credentials.WithoutValues() };

    private static void Authorize(Call call, Principal role, string action, Request request, IReadOnlyDictionary<string, string> tags, string? source, bool hasSecondFactor)
    {
        var keys = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        keys.Add(new("sts:RoleSessionName", request.RoleSessionName!));
        if (request.ExternalId is { } external)
        {
            keys.Add(new("sts:ExternalId", external));
        }

        if (source is not null)
        {
            keys.Add(new("sts:SourceIdentity", source));
        }

        if (hasSecondFactor)
        {
            keys.Add(new(SecondFactor.ConditionKey, "true"));
        }

        keys.AddRange(TagConditionKeys.OfRequest(tags));
        if (role.TrustPolicy is not { } trust || !call.Decide(action, role.Arn, role.AccountId, trust, keys.ToImmutable()).Allowed)
        {
            throw Refused(call, action, role.Arn);
        }
    }

    private static AccessDeniedException Refused(Call call, string action, string arn) =>
        new($"User: {call.Caller.Arn} is not authorized to perform: {action} on resource: {Arn.InPartition(arn, call.Caller.Partition)}");

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleArn { get; init; }

        public string? RoleSessionName { get; init; }

        public IReadOnlyList<PolicyArn?>? PolicyArns { get; init; }

        public string? Policy { get; init; }

        public int? DurationSeconds { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }

        public IReadOnlyList<string?>? TransitiveTagKeys { get; init; }

        public string? ExternalId { get; init; }

        public string? SourceIdentity { get; init; }

        public string? SerialNumber { get; init; }

        public string? TokenCode { get; init; }
    }

    internal sealed record Response
    {
        public required StsCredentials Credentials { get; init; }

        public required AssumedRole AssumedRoleUser { get; init; }

        public int? PackedPolicySize { get; init; }

        public string? SourceIdentity { get; init; }
    }

    internal sealed record AssumedRole
    {
        public required string AssumedRoleId { get; init; }

        public required string Arn { get; init; }
    }
}
