using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A new version of a managed policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html"/>
internal sealed class CreatePolicyVersion() : Operation<CreatePolicyVersion.Request, CreatePolicyVersion.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var policy = call.RequirePolicy(request.PolicyArn!);
        IamRules.RequirePolicy(request.PolicyDocument!);
        if (policy.Versions.Length >= IamRules.PolicyVersionLimit)
        {
            throw new IamLimitExceededException($"A managed policy can have up to {IamRules.PolicyVersionLimit} versions. Before you create a new version, you must delete an existing version.");
        }

        var next = policy.Versions.Max(version => int.Parse(version.VersionId.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)) + 1;
        var made = new ManagedPolicyVersion($"v{next}", request.PolicyDocument!, call.Now);
        var changed = policy with { Versions = policy.Versions.Add(made), DefaultVersionId = request.SetAsDefault is true ? made.VersionId : policy.DefaultVersionId };
        call.Changes.Put(changed);
        return new() { PolicyVersion = WirePolicyVersion.Of(changed, made, withDocument: false) };
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn).Document(request.PolicyDocument).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? PolicyArn { get; init; }

        public string? PolicyDocument { get; init; }

        public bool? SetAsDefault { get; init; }
    }

    internal sealed record Response
    {
        public required WirePolicyVersion PolicyVersion { get; init; }
    }
}
