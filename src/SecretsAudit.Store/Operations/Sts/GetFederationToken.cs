using System.Collections.Immutable;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>Temporary credentials for a user outside AWS, limited by the policies that the calling user passes: none passed, nothing allowed.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html"/>
internal sealed class GetFederationToken() : Operation<GetFederationToken.Request, GetFederationToken.Response>(AwsService.Sts, writes: false)
{
    private const int DefaultSeconds = 43_200;

    public override Response Handle(Request request, Call call)
    {
        if (call.Caller.Session is not null)
        {
            throw new AccessDeniedException("Cannot call GetFederationToken with session credentials");
        }

        var arn = Arn.FederatedUser(call.Account, request.Name!);
        var tags = SessionTags.Read(call, request.Tags, null);
        call.Authorize(arn, call.Account, null, [.. TagConditionKeys.OfRequest(tags.Requested)]);
        var (policies, packed) = SessionPolicies.Read(call, request.Policy, request.PolicyArns);
        var principal = call.Caller.Principal;
        var seconds = request.DurationSeconds ?? DefaultSeconds;
        return new()
        {
            Credentials = StsCredentials.Issue(call, new()
            {
                PrincipalArn = principal.Arn,
                UniqueId = principal.UniqueId,
                FederatedName = request.Name,
                SecretAccessKey = StsCredentials.NewSecret(),
                Expires = call.Now.AddSeconds(principal.Kind == Accounts.PrincipalKind.Root ? Math.Min(seconds, 3600) : seconds),
                Policies = policies ?? ImmutableArray<string>.Empty,
                Tags = tags.Session,
            }),
            FederatedUser = new() { FederatedUserId = $"{call.Account}:{request.Name}", Arn = arn },
            PackedPolicySize = packed ?? 0,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Name, "name").SessionName(request.Name, "name", 32)
        .Length(request.Policy, "policy", 1, 2048).Range(request.DurationSeconds, "durationSeconds", 900, 129_600)
        .Each(request.Tags, "tags", 0, 50, (tag, place) => check
            .Required(tag.Key, place + ".key").Length(tag.Key, place + ".key", 1, 128)
            .Required(tag.Value, place + ".value").Length(tag.Value, place + ".value", 0, 256))
        .ThrowIfBroken();

    protected override bool BeginsSession => true;

    protected override Response WithoutValues(Response response) => response with { Credentials = response.Credentials.WithoutValues() };

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }

        public string? Policy { get; init; }

        public IReadOnlyList<PolicyArn?>? PolicyArns { get; init; }

        public int? DurationSeconds { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }

    internal sealed record Response
    {
        public required StsCredentials Credentials { get; init; }

        public required FederatedPrincipal FederatedUser { get; init; }

        public required int PackedPolicySize { get; init; }
    }

    internal sealed record FederatedPrincipal
    {
        public required string FederatedUserId { get; init; }

        public required string Arn { get; init; }
    }
}
